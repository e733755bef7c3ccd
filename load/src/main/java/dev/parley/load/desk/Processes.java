package dev.parley.load.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What processes cost, read from `/proc`; elsewhere nothing is known.
public final class Processes {
    /// CPU time that cannot be known.
    public static final long UNKNOWN = -1;

    private static final long MILLIS_A_TICK = 10;
    private static final int PARENT = 1;
    private static final int OWN_USER = 11;
    private static final int OWN_SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Processes() {}

    /// User and system time of one process in milliseconds.
    public static long cpuMillis(long pid) {
        List<String> fields = stat(Path.of("/proc", Long.toString(pid)));
        return fields.isEmpty() ? UNKNOWN : MILLIS_A_TICK * (at(fields, OWN_USER) + at(fields, OWN_SYSTEM));
    }

    /// User and system time of a process, of its living children and of those it has waited for, in milliseconds.
    /// That is all of a PostgreSQL server: the postmaster and its backends.
    public static long cpuMillisWithChildren(long pid) {
        List<String> fields = stat(Path.of("/proc", Long.toString(pid)));
        if (fields.isEmpty()) {
            return UNKNOWN;
        }
        long ticks =
                at(fields, OWN_USER) + at(fields, OWN_SYSTEM) + at(fields, CHILDREN_USER) + at(fields, CHILDREN_SYSTEM);
        return MILLIS_A_TICK * (ticks + livingChildrenTicks(pid));
    }

    /// Resident memory of one process in KB.
    public static long residentKb(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "status"))
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /// The fields of a line of `/proc/PID/stat` after the command's name, which may itself hold blanks and brackets.
    static List<String> fields(String stat) {
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).trim().split(" "));
    }

    private static long livingChildrenTicks(long pid) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .map(Processes::stat)
                    .filter(fields -> !fields.isEmpty() && at(fields, PARENT) == pid)
                    .mapToLong(fields -> at(fields, OWN_USER) + at(fields, OWN_SYSTEM))
                    .sum();
        } catch (IOException noProc) {
            return 0;
        }
    }

    private static List<String> stat(Path process) {
        return lines(process.resolve("stat")).findFirst().map(Processes::fields).orElse(List.of());
    }

    // A process may end between being listed and being read.
    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static long at(List<String> fields, int index) {
        return Long.parseLong(fields.get(index));
    }
}
