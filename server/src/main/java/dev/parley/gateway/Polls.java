package dev.parley.gateway;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/// The open long polls.
@ApplicationScoped
class Polls {
    private static final Duration WAIT = Duration.ofSeconds(25);
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(35);
    private static final int MOST = 10_000;

    private final Map<UUID, Poll> polls = new ConcurrentHashMap<>();
    private final Gateway gateway;
    private final Doors doors;
    private final ScheduledExecutorService loop;

    /// One poll, and when it was asked last (nanoseconds).
    private record Poll(Connection connection, PollTransport transport, Turns turns, long asked) {
        Poll asked(long now) {
            return new Poll(connection, transport, turns, now);
        }
    }

    /// Requests overtake each other on their way; numbered ones are heard in the order they were made. Guarded by
    /// itself.
    static final class Turns {
        private static final int MOST_EARLY = 16;

        private final Map<Long, List<String>> early = new HashMap<>();
        private long next = 1;

        /// Hands over what is due now; what came too early waits, and what came before is passed over.
        synchronized void take(OptionalLong number, List<String> frames, Consumer<List<String>> hear) {
            if (number.isEmpty()) {
                hear.accept(frames);
                return;
            }
            if (number.getAsLong() >= next && early.size() < MOST_EARLY) {
                early.put(number.getAsLong(), frames);
            }
            for (List<String> due = early.remove(next); due != null; due = early.remove(next)) {
                hear.accept(due);
                next++;
            }
        }
    }

    Polls(Gateway gateway, Doors doors, Vertx vertx) {
        this.gateway = gateway;
        this.doors = doors;
        this.loop = ((VertxInternal) vertx).createEventLoopContext().nettyEventLoop();
    }

    /// Opens a poll for whoever the cookies or the `hello` name. Its id is as secret as a session's token.
    UUID open(String cookies) {
        if (gateway.draining() || polls.size() >= MOST) {
            throw new Refusal(Code.UNAVAILABLE, "no more polls now");
        }
        UUID id = UUID.randomUUID();
        Hub hub = gateway.hub(loop);
        PollTransport transport = new PollTransport();
        Connection connection = new Connection(hub, transport, doors, cookies);
        polls.put(id, new Poll(connection, transport, new Turns(), System.nanoTime()));
        hub.run(() -> hub.open(connection));
        return id;
    }

    /// Hands `frames` to the connection and gives what it has to say, waiting up to 25 s for it.
    List<String> exchange(UUID id, OptionalLong number, List<String> frames) {
        Poll poll = polls.computeIfPresent(id, (same, there) -> there.asked(System.nanoTime()));
        if (poll == null) {
            throw new Refusal(Code.NOT_FOUND, "no such poll; start again with hello");
        }
        Hub hub = gateway.hub(loop);
        poll.turns()
                .take(
                        number,
                        frames,
                        due -> hub.run(() -> {
                            poll.connection().pulse().heard(System.nanoTime());
                            due.forEach(poll.connection()::received);
                        }));
        List<String> taken = take(poll);
        hub.run(poll.transport().drained());
        if (poll.transport().closed()) {
            polls.remove(id);
        }
        polls.computeIfPresent(id, (same, there) -> there.asked(System.nanoTime()));
        return taken;
    }

    private static List<String> take(Poll poll) {
        try {
            return poll.transport().take(WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(Code.UNAVAILABLE, "the server stops");
        }
    }

    @Scheduled(every = "5s")
    void forget() {
        long now = System.nanoTime();
        polls.forEach((id, poll) -> {
            if (now - poll.asked() > FORGOTTEN_AFTER.toNanos()) {
                polls.remove(id);
                gateway.hub(loop).run(poll.connection()::gone);
            }
        });
    }
}
