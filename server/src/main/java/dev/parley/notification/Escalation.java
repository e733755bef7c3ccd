package dev.parley.notification;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.chat.Chat;
import dev.parley.chat.RequestList;
import dev.parley.mail.Outbox;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A request to the desk that none of its channel's owners has had before his eyes: after half a minute those who
/// have it in their lists are reminded, after the channel's limit it is mailed. Each happens once, whoever looks and
/// however often.
///
/// | in | event | becomes |
/// |---|---|---|
/// | waiting | unseen for 30 s | reminded |
/// | reminded | unseen for the channel's limit | mailed |
/// | any | seen, or no longer a request | left alone |
@ApplicationScoped
public class Escalation {
    static final Duration REMIND_AFTER = Duration.ofSeconds(30);
    private static final Duration LOOKED_AT_FOR = Duration.ofDays(1);
    private static final int MOST_REQUESTS = 500;
    private static final int MOST_LETTERS = 100;

    private final Database database;
    private final EscalationStore store;
    private final SeenRequests seen;
    private final RequestList requests;
    private final Serving serving;
    private final Outbox outbox;
    private final Clock clock;

    Escalation(
            Database database,
            EscalationStore store,
            SeenRequests seen,
            RequestList requests,
            Serving serving,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.seen = seen;
        this.requests = requests;
        this.serving = serving;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        Instant now = clock.instant();
        List<Chat> waiting = requests.waiting(now.minus(LOOKED_AT_FOR), now.minus(REMIND_AFTER), MOST_REQUESTS);
        if (waiting.isEmpty()) {
            return;
        }
        List<ChatId> ids = waiting.stream().map(Chat::id).toList();
        Map<ChatId, Set<PersonId>> eyes = seen.by(ids);
        Map<ChatId, Boolean> done = database.read(handle -> store.done(handle, ids));
        waiting.stream()
                .filter(chat ->
                        !done.containsKey(chat.id()) || (mailDue(chat, now) && !done.getOrDefault(chat.id(), false)))
                .filter(chat -> Collections.disjoint(eyes.getOrDefault(chat.id(), Set.of()), serving.owners(chat)))
                .forEach(chat -> escalate(chat, now));
    }

    private boolean mailDue(Chat chat, Instant now) {
        Instant due = chat.times().created().plus(serving.channel(chat).limits().escalateAfter());
        return outbox.on() && !now.isBefore(due);
    }

    private void escalate(Chat chat, Instant now) {
        database.change(tx -> {
            if (store.remind(tx.handle(), chat.id(), now)) {
                tx.tellAfterCommit(new Notice(Notice.Topic.UNSEEN, chat.id().value()));
            }
            if (mailDue(chat, now) && store.mail(tx.handle(), chat.id(), now)) {
                serving.letters(chat, now, MOST_LETTERS).forEach(letter -> outbox.put(tx, letter));
            }
        });
    }

    @Scheduled(every = "1h", delayed = "8m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        Instant before = clock.instant().minus(LOOKED_AT_FOR.multipliedBy(2));
        database.change(tx -> store.forget(tx.handle(), before));
    }
}
