package dev.parley.gateway;

import dev.parley.base.ChatId;
import dev.parley.base.Refusal;
import dev.parley.chat.ChatEntry;
import io.quarkus.logging.Log;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Blocking work of the gateway, on virtual threads, a bounded number of it at a time: after a restart thousands of
/// clients come at once, and the database must not see them all at the same moment.
final class Workers {
    private static final int MOST_AT_ONCE = 8;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Supplier<List<Hub>> hubs;
    private final Doors doors;

    Workers(Supplier<List<Hub>> hubs, Doors doors) {
        this.hubs = hubs;
        this.doors = doors;
    }

    /// Runs `work` off the event loop, when there is a place.
    void blocking(Runnable work) {
        threads.execute(() -> {
            places.acquireUninterruptibly();
            try {
                work.run();
            } catch (Refusal refused) {
                Log.debugf("refused: %s", refused.detail());
            } catch (RuntimeException fault) {
                Log.error("work for a connection failed", fault);
            } finally {
                places.release();
            }
        });
    }

    /// Reads the next page of a chat for a watch, from the tail if somebody else has fetched it meanwhile, and hands
    /// it back on the hub's event loop. If the database is away the watch tries again with the next notice or look.
    void read(Hub hub, ChatId chat, Watch watch, long head, Consumer<List<ChatEntry>> then) {
        long from = watch.bookmark;
        threads.execute(() -> {
            places.acquireUninterruptibly();
            try {
                Optional<List<ChatEntry>> known = doors.tails().after(chat, watch.audience, from, head);
                List<ChatEntry> page = known.filter(entries -> entries.size() < Wire.PAGE)
                        .orElseGet(() -> doors.chats().entriesAfter(watch.audience, chat, from, Wire.PAGE));
                hub.run(() -> then.accept(page));
            } catch (RuntimeException away) {
                Log.debug("a page could not be read", away);
                hub.run(() -> watch.loading = false);
            } finally {
                places.release();
            }
        });
    }

    /// Does `what` on every event loop.
    void everywhere(Consumer<Hub> what) {
        hubs.get().forEach(hub -> hub.run(() -> what.accept(hub)));
    }
}
