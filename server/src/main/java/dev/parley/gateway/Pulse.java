package dev.parley.gateway;

import dev.parley.base.ChatId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// When a connection was heard and spoke last, and what it has read but not yet written down. Owned by the hub's
/// event loop.
final class Pulse {
    static final long BEAT = Duration.ofSeconds(25).toNanos();
    static final long DEAD = Duration.ofSeconds(35).toNanos();
    static final long HELLO = Duration.ofSeconds(5).toNanos();
    private static final long USED = Duration.ofSeconds(20).toNanos();

    private final long opened;
    private long heard;
    private long pinged;
    private long used;
    private long said;
    private final Map<ChatId, Long> reads = new HashMap<>(0);

    Pulse(long now) {
        opened = now;
        heard = now;
        pinged = now;
        said = now;
        used = now - USED;
    }

    Map<ChatId, Long> reads() {
        return reads;
    }

    void heard(long now) {
        heard = now;
    }

    void said(long now) {
        said = now;
    }

    boolean lateForHello(long now) {
        return now - opened > HELLO;
    }

    /// Nothing was heard for so long that nobody is there: the ping of every 25 s was left unanswered for ten.
    boolean dead(long now) {
        return now - heard > DEAD;
    }

    /// Every 25 s: time to ask for a sign of life.
    boolean pingDue(long now) {
        if (now - pinged < BEAT) {
            return false;
        }
        pinged = now;
        return true;
    }

    /// Nothing was said for 25 s: time for a sign of life, which counts as said when it is written.
    boolean beatDue(long now) {
        return now - said >= BEAT;
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
