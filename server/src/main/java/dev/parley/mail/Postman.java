package dev.parley.mail;

import dev.parley.storage.Database;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Empties the outbox. A letter is locked while it is carried and marked sent in the same transaction: whoever is
/// killed between the two leaves it due, and it goes out once more under the same Message-ID. Many nodes may do this
/// side by side.
@ApplicationScoped
class Postman {
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration GIVE_UP_AFTER = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;
    private static final int MOST_AT_ONCE = 100;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final OutboxStore store;
    private final Outbox outbox;
    private final Carrier carrier;
    private final Clock clock;

    Postman(Database database, OutboxStore store, Outbox outbox, Carrier carrier, Clock clock) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
        this.carrier = carrier;
        this.clock = clock;
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void empty() {
        int carried = 0;
        while (outbox.on() && carried < MOST_AT_ONCE && carryOne()) {
            carried++;
        }
    }

    /// False if nothing is due.
    boolean carryOne() {
        return database.write(tx -> {
            var due = store.next(tx.handle(), clock.instant());
            due.ifPresent(letter -> {
                try {
                    carrier.carry(letter.letter(), letter.messageId());
                    store.sent(tx.handle(), letter.id(), clock.instant());
                } catch (Carrier.Undeliverable refused) {
                    Log.warnf("mail %s is given up, the mail server refuses it: %s", letter.id(), refused.getCause());
                    store.giveUp(tx.handle(), letter.id(), clock.instant());
                } catch (RuntimeException failed) {
                    failed(tx.handle(), letter, failed);
                }
            });
            return due.isPresent();
        });
    }

    private void failed(org.jdbi.v3.core.Handle handle, OutboxStore.Due letter, RuntimeException failed) {
        Instant now = clock.instant();
        if (now.isAfter(letter.createdAt().plus(GIVE_UP_AFTER))) {
            Log.warnf("mail %s is given up after %d tries: %s", letter.id(), letter.tries() + 1, failed);
            store.giveUp(handle, letter.id(), now);
        } else {
            Log.debugf(failed, "mail %s was not taken, try %d", letter.id(), letter.tries() + 1);
            store.again(handle, letter.id(), now.plus(wait(letter.tries())));
        }
    }

    /// Twice as long after every try.
    static Duration wait(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        database.change(tx -> store.forget(tx.handle(), clock.instant().minus(KEPT)));
    }
}
