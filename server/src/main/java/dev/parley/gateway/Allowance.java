package dev.parley.gateway;

import dev.parley.access.Caller;

/// A token bucket: `burst` at once, then `perSecond`. Owned by its connection.
final class Allowance {
    private static final long SECOND = 1_000_000_000L;

    private final int burst;
    private final int perSecond;
    private double left;
    private long at;

    Allowance(int burst, int perSecond, long now) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.left = burst;
        this.at = now;
    }

    /// What `delivery.md` grants a caller for messages.
    static Allowance forMessages(Caller caller, long now) {
        return switch (caller) {
            case Caller.Agent agent -> new Allowance(60, 5, now);
            case Caller.CustomerUser customer -> new Allowance(20, 2, now);
            case Caller.PublicUser visitor -> new Allowance(10, 1, now);
        };
    }

    /// For everything else a connection may say.
    static Allowance forSignals(long now) {
        return new Allowance(200, 20, now);
    }

    /// Takes one; false if none is left. `now` in nanoseconds.
    boolean take(long now) {
        left = Math.min(burst, left + (double) (now - at) / SECOND * perSecond);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
