package dev.parley.gateway;

import dev.parley.base.ChatId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// When a connection was heard and spoke last, and what it has read but not yet written down. Owned by the hub's
/// event loop.
final class Pulse {
    static final long BEAT = Duration.ofSeconds(25).toNanos();
    static final long DEAD = Duration.ofSeconds(60).toNanos();
    static final long HELLO = Duration.ofSeconds(5).toNanos();
    private static final long USED = Duration.ofSeconds(20).toNanos();

    private final long opened;
    private long heard;
    private long pinged;
    private long used;
    private boolean said = true;
    private final Map<ChatId, Long> reads = new HashMap<>(0);

    Pulse(long now) {
        opened = now;
        heard = now;
        pinged = now;
        used = now - USED;
    }

    Map<ChatId, Long> reads() {
        return reads;
    }

    void heard(long now) {
        heard = now;
    }

    void said() {
        said = true;
    }

    boolean lateForHello(long now) {
        return now - opened > HELLO;
    }

    /// Nothing was heard for so long that nobody is there: a ping every 25 s was left unanswered for 35 s.
    boolean dead(long now) {
        return now - heard > DEAD;
    }

    /// Every 25 s: time to ask for a sign of life.
    boolean beatDue(long now) {
        if (now - pinged < BEAT) {
            return false;
        }
        pinged = now;
        return true;
    }

    /// Whether anything was said since this was asked last.
    boolean silentSince() {
        boolean silent = !said;
        said = false;
        return silent;
    }

    /// True at most every 20 s: the person did something, worth writing down.
    boolean worthTelling(long now) {
        if (now - used < USED) {
            return false;
        }
        used = now;
        return true;
    }
}
