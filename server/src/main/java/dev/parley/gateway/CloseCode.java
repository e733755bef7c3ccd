package dev.parley.gateway;

/// Close codes of the protocol; 1012 is from RFC 6455's registry, the rest are ours.
final class CloseCode {
    static final int RESTART = 1012;
    static final int NO_HELLO = 4001;
    static final int TOO_SLOW = 4008;
    static final int MALFORMED = 4400;
    static final int SESSION_ENDED = 4401;
    static final int TOO_LARGE = 4413;
    static final int TOO_FAST = 4429;

    private CloseCode() {}
}
