package dev.parley.chat.workplace;

import dev.parley.access.Caller;
import dev.parley.people.People;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/// How busy the whole desk is, now and in the last hour. The hour is this process's memory: it begins anew with it.
@ApplicationScoped
public class Figures {
    private static final int REMEMBERED = 60;

    private static final String COUNT = """
            select count(*) filter (where status = 'request' and direction in ('customer', 'public')) as waiting,
                   min(created_at) filter (where status = 'request' and direction in ('customer', 'public')) as oldest,
                   count(*) filter (where status = 'active') as open
              from chat
             where status <> 'closed'
            """;

    private final Database database;
    private final People people;
    private final Clock clock;
    // Guards `history`.
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Point> history = new ArrayDeque<>();

    /// One minute of the last hour.
    public record Point(Instant at, int waiting, int openChats, int availableAgents) {}

    /// The desk now, and its last hour, oldest first.
    public record Now(int waiting, long longestWaitSeconds, int openChats, int availableAgents, List<Point> history) {}

    private record Counted(Point point, long longestWaitSeconds) {}

    Figures(Database database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    public Now now(Caller.Agent agent) {
        Counted counted = count();
        Point point = counted.point();
        return new Now(
                point.waiting(), counted.longestWaitSeconds(), point.openChats(), point.availableAgents(), history());
    }

    @Scheduled(every = "1m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void remember() {
        Point point = count().point();
        lock.lock();
        try {
            history.addLast(point);
            if (history.size() > REMEMBERED) {
                history.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Point> history() {
        lock.lock();
        try {
            return List.copyOf(history);
        } finally {
            lock.unlock();
        }
    }

    private Counted count() {
        return database.read(this::count);
    }

    private Counted count(Handle handle) {
        Instant now = clock.instant();
        int available = people.availableAgents();
        return handle.createQuery(COUNT)
                .map((row, context) -> new Counted(
                        new Point(now, row.getInt("waiting"), row.getInt("open"), available),
                        Rows.optionalInstant(row, "oldest")
                                .map(oldest -> Math.max(
                                        0, Duration.between(oldest, now).toSeconds()))
                                .orElse(0L)))
                .one();
    }
}
