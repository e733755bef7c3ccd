package dev.parley.gateway;

import dev.parley.access.Caller;
import dev.parley.base.Settings;

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

    /// What the desk grants a caller for messages.
    static Allowance forMessages(Caller caller, Settings.Rate rate, long now) {
        return switch (caller) {
            case Caller.Agent agent -> new Allowance(rate.agentBurst(), rate.agentPerSecond(), now);
            case Caller.CustomerUser customer -> new Allowance(rate.customerBurst(), rate.customerPerSecond(), now);
            case Caller.PublicUser visitor -> new Allowance(rate.publicBurst(), rate.publicPerSecond(), now);
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
