package dev.parley.chat;

import dev.parley.base.Code;
import dev.parley.chat.EntryWriter.Post;
import dev.parley.storage.Database;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// One writer: a thread that takes what waits and commits it as one batch. Only the queue is shared with others.
final class WriterLane {
    private static final int LARGEST_BATCH = 512;
    private static final int LONGEST_QUEUE = 20_000;
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final String AWAY = "the database cannot be reached";
    private static final long IDLE_LOOK_MILLIS = 200;

    private final BlockingQueue<Post> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final DataSource source;
    private final Consumer<Batch> written;
    private final Duration giveUpAfter;
    private final Thread thread;
    private volatile boolean stopping;

    // Owned by the writer's thread.
    private Optional<EntryBatch> batch = Optional.empty();
    private final List<Post> deferred = new ArrayList<>();

    /// Posts, what became of each, and the newest number of each chat they touched.
    record Batch(List<Post> posts, List<Outcome> outcomes, Map<UUID, Long> heads) {}

    WriterLane(int number, DataSource source, Consumer<Batch> written) {
        this(number, source, written, GIVE_UP_AFTER);
    }

    /// `giveUpAfter`: how long the database may be away before what waits is refused.
    WriterLane(int number, DataSource source, Consumer<Batch> written, Duration giveUpAfter) {
        this.source = source;
        this.written = written;
        this.giveUpAfter = giveUpAfter;
        this.thread =
                Thread.ofPlatform().name("entry-writer-" + number).daemon(true).start(this::run);
    }

    boolean offer(Post post) {
        return !stopping && queue.offer(post);
    }

    /// Returns when the queue is empty, or after ten seconds.
    void stop() {
        stopping = true;
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping || !queue.isEmpty() || !deferred.isEmpty()) {
            List<Post> posts = take();
            if (!posts.isEmpty()) {
                write(posts);
            }
        }
        drop();
    }

    /// Everything that waits, up to the largest batch. Of two posts with the same id the second waits for the next
    /// batch, where the statement recognises it as a repeat.
    private List<Post> take() {
        List<Post> waiting = new ArrayList<>(deferred);
        deferred.clear();
        try {
            if (waiting.isEmpty()) {
                Optional.ofNullable(queue.poll(IDLE_LOOK_MILLIS, TimeUnit.MILLISECONDS))
                        .ifPresent(waiting::add);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        queue.drainTo(waiting, LARGEST_BATCH - Math.min(waiting.size(), LARGEST_BATCH));
        Set<Post.Key> keys = new HashSet<>();
        List<Post> posts = new ArrayList<>(waiting.size());
        for (Post post : waiting) {
            (keys.add(post.key()) ? posts : deferred).add(post);
        }
        return posts;
    }

    private void write(List<Post> posts) {
        long deadline = System.nanoTime() + giveUpAfter.toNanos();
        while (true) {
            try {
                tell(posts, writing().write(posts));
                return;
            } catch (SQLException | RuntimeException failed) {
                if (lost(failed)) {
                    drop();
                    if (System.nanoTime() > deadline) {
                        giveUp(posts);
                        return;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                } else {
                    writeOneByOne(posts, failed);
                    return;
                }
            }
        }
    }

    /// What waits behind is given up as well, and what is still sent until the senders' connections have heard of it: a
    /// later message must not overtake the earlier one that has to be repeated.
    private void giveUp(List<Post> posts) {
        refuse(withAllWaiting(posts), Code.UNAVAILABLE, AWAY);
        LockSupport.parkNanos(PAUSE.toNanos());
        refuse(withAllWaiting(List.of()), Code.UNAVAILABLE, AWAY);
    }

    private List<Post> withAllWaiting(List<Post> posts) {
        List<Post> all = new ArrayList<>(posts);
        all.addAll(deferred);
        deferred.clear();
        queue.drainTo(all);
        return all;
    }

    /// One bad row fails its whole batch: written alone, only the culprit fails.
    private void writeOneByOne(List<Post> posts, Exception failed) {
        if (posts.size() == 1) {
            Log.errorf(
                    failed,
                    "a message of chat %s could not be written",
                    posts.getFirst().chat());
            refuse(posts, Code.INTERNAL, "the message could not be written");
            return;
        }
        posts.forEach(post -> write(List.of(post)));
    }

    /// Gone or in doubt; also a deadlock or a serialization failure, after which the same again succeeds.
    private static boolean lost(Exception failed) {
        String state = failed instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        return state.startsWith("40") || Database.unreachable(failed);
    }

    private void tell(List<Post> posts, List<Outcome> outcomes) {
        Map<UUID, Long> heads = new HashMap<>();
        for (int i = 0; i < posts.size(); i++) {
            UUID chat = posts.get(i).chat().value();
            switch (outcomes.get(i)) {
                case Outcome.Stored stored -> heads.merge(chat, stored.entry().seq(), Math::max);
                // After a commit in doubt this may be the first anyone hears of it.
                case Outcome.Repeated repeated -> heads.merge(chat, repeated.seq(), Math::max);
                case Outcome.Refused refused -> {}
            }
        }
        written.accept(new Batch(posts, outcomes, heads));
    }

    private void refuse(List<Post> posts, Code code, String detail) {
        List<Outcome> outcomes = posts.stream()
                .map(post -> (Outcome) new Outcome.Refused(code, detail))
                .toList();
        written.accept(new Batch(posts, outcomes, Map.of()));
    }

    private EntryBatch writing() throws SQLException {
        if (batch.isEmpty()) {
            batch = Optional.of(new EntryBatch(source));
        }
        return batch.get();
    }

    private void drop() {
        try {
            if (batch.isPresent()) {
                batch.get().close();
            }
        } catch (SQLException gone) {
            Log.debug("the writer's connection was gone already", gone);
        }
        batch = Optional.empty();
    }
}
