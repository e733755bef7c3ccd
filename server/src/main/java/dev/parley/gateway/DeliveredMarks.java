package dev.parley.gateway;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells everybody in a chat who has received everything, once nobody has written in it for a second: marks are worth
/// a frame only then. Every chat has a moment of its own, since the marks of all chats at the same tick would hold up
/// every message that comes meanwhile. Owned by the hub's event loop.
final class DeliveredMarks {
    private static final long QUIET = Duration.ofSeconds(1).toNanos();
    private static final long STEP = Duration.ofMillis(20).toNanos();

    private final ScheduledExecutorService loop;

    /// When each chat was written in last, the longest ago first.
    private final LinkedHashMap<Watched, Long> stirred = new LinkedHashMap<>();

    DeliveredMarks(ScheduledExecutorService loop) {
        this.loop = loop;
    }

    /// Something was written in this chat.
    void stirred(Watched chat) {
        if (stirred.isEmpty()) {
            lookIn(QUIET);
        }
        stirred.putLast(chat, System.nanoTime());
    }

    private void lookIn(long nanos) {
        loop.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        Map.Entry<Watched, Long> oldest = stirred.firstEntry();
        while (oldest != null && now - oldest.getValue() >= QUIET) {
            stirred.pollFirstEntry();
            Hub.guarded(oldest.getKey()::tellDelivered);
            oldest = stirred.firstEntry();
        }
        if (oldest != null) {
            lookIn(Math.max(STEP, oldest.getValue() + QUIET - now));
        }
    }
}
