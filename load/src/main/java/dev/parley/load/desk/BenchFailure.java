package dev.parley.load.desk;

/// The bench cannot go on; the message tells the person at the terminal why.
public final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchFailure(String message) {
        super(message);
    }
}
