package dev.parley.base;

/// Why the server does not start, in words for the person who started it: what is wrong, where, and what to do. It is
/// printed without a stack trace.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
