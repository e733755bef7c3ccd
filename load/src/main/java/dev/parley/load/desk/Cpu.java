package dev.parley.load.desk;

/// CPU milliseconds of the three who share the machine; `Processes.UNKNOWN` where they cannot be known.
public record Cpu(long server, long database, long generator) {
    /// What was used since an earlier reading.
    public Cpu since(Cpu earlier) {
        return new Cpu(
                difference(server, earlier.server),
                difference(database, earlier.database),
                difference(generator, earlier.generator));
    }

    private static long difference(long now, long before) {
        return now == Processes.UNKNOWN || before == Processes.UNKNOWN ? Processes.UNKNOWN : now - before;
    }
}
