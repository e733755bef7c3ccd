package dev.parley.chat;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonRef;
import dev.parley.base.Settings;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/// Commits waiting messages of many chats together: few writers, each with a queue. There is no linger: what waited
/// while the previous commit ran is the next batch, so a quiet system commits at once and a busy one in large groups
/// (ADR 4).
@Singleton
public class EntryWriter {
    private final List<WriterLane> lanes;

    EntryWriter(DataSource source, Tails tails, Notices notices, Settings settings) {
        lanes = IntStream.range(0, settings.writers())
                .mapToObj(n -> new WriterLane(n, source, outcomes -> tell(tails, notices, outcomes)))
                .toList();
    }

    /// Queues a message. One chat's messages all go through one lane, so a sender's messages keep their order.
    void write(Post post) {
        int lane = Math.floorMod(post.chat().value().hashCode(), lanes.size());
        if (!lanes.get(lane).offer(post)) {
            post.then().accept(new Outcome.Refused(Code.UNAVAILABLE, "too much is waiting to be written"));
        }
    }

    /// After the commit: the tails first, so that whoever is woken finds the entries in memory; then the notices;
    /// then the senders.
    private static void tell(Tails tails, Notices notices, WriterLane.Batch batch) {
        List<Outcome> outcomes = batch.outcomes();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Stored stored) {
                tails.appended(stored.entry());
            }
        }
        batch.heads().forEach((chat, head) -> notices.tell(new Notice(Notice.Topic.ENTRIES, chat, head)));
        for (int i = 0; i < outcomes.size(); i++) {
            tellSender(batch.posts().get(i), outcomes.get(i));
        }
    }

    private static void tellSender(Post post, Outcome outcome) {
        try {
            post.then().accept(outcome);
        } catch (RuntimeException failed) {
            Log.error("a sender could not be told", failed);
        }
    }

    /// Finishes what is queued; nothing new is taken.
    void stop(@Observes ShutdownEvent event) {
        lanes.forEach(WriterLane::stop);
    }

    /// A message on its way to the database, and whom to tell what became of it (once, on the writer's thread).
    record Post(
            ChatId chat,
            PersonRef by,
            UUID clientId,
            String text,
            boolean internal,
            Instant at,
            Consumer<Outcome> then) {
        /// What makes a message one and the same for ever.
        record Key(UUID chat, UUID person, UUID clientId) {}

        Key key() {
            return new Key(chat.value(), by.id().value(), clientId);
        }
    }
}
