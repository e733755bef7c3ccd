package dev.parley.chat.workplace;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.chat.Chats;
import dev.parley.chat.Messages;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import dev.parley.storage.Rows;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What agents were about to write: kept for each agent and chat until it is sent, he signs out, or nobody has come
/// back to it for two weeks.
@ApplicationScoped
public class Drafts {
    private static final int MOST = 200;
    private static final Duration KEPT = Duration.ofDays(14);

    private static final String ALL = """
            select chat_id, body, visibility, at from draft where agent_id = :agent order by at desc
            """;
    private static final String KEEP = """
            insert into draft (agent_id, chat_id, body, visibility, at)
            values (:agent, :chat, :body, :visibility, :at)
            on conflict (agent_id, chat_id) do update
               set body = excluded.body, visibility = excluded.visibility, at = excluded.at
            """;
    private static final String FORGET_OLDEST = """
            delete from draft
             where agent_id = :agent
               and chat_id in (select chat_id from draft where agent_id = :agent order by at desc offset :most)
            """;
    private static final String FORGET = "delete from draft where agent_id = :agent and chat_id = :chat";
    private static final String FORGET_ALL = "delete from draft where agent_id = :agent";
    private static final String FORGET_OLD = "delete from draft where at < :before";

    private final Database database;
    private final Chats chats;
    private final Clock clock;

    /// An unsent text in one chat.
    public record Draft(ChatId chat, String text, String visibility, Instant at) {}

    Drafts(Database database, Chats chats, Clock clock) {
        this.database = database;
        this.chats = chats;
        this.clock = clock;
    }

    void listen(@Observes StartupEvent started, Notices notices) {
        notices.subscribe(
                Notice.Topic.SIGNED_OUT,
                notice -> Thread.ofVirtual().start(() -> forgetAll(new PersonId(notice.id()))));
    }

    /// The newest first.
    public List<Draft> drafts(Caller.Agent agent) {
        return database.read(handle -> handle.createQuery(ALL)
                .bind("agent", agent.id().value())
                .map((row, context) -> new Draft(
                        new ChatId(Rows.uuid(row, "chat_id")),
                        row.getString("body"),
                        row.getString("visibility"),
                        Rows.instant(row, "at")))
                .list());
    }

    /// Keeps the text in place of the one before; one without a visible character is none.
    public void keep(Caller.Agent agent, ChatId chat, String text, boolean note) {
        if (text.isBlank()) {
            forget(agent, chat);
            return;
        }
        Messages.requireText(text);
        chats.chat(agent, chat);
        database.change(tx -> {
            tx.handle()
                    .createUpdate(KEEP)
                    .bind("agent", agent.id().value())
                    .bind("chat", chat.value())
                    .bind("body", text)
                    .bind("visibility", note ? "agents" : "everyone")
                    .bind("at", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .execute();
            tx.handle()
                    .createUpdate(FORGET_OLDEST)
                    .bind("agent", agent.id().value())
                    .bind("most", MOST)
                    .execute();
        });
    }

    private void forget(Caller.Agent agent, ChatId chat) {
        database.change(tx -> tx.handle()
                .createUpdate(FORGET)
                .bind("agent", agent.id().value())
                .bind("chat", chat.value())
                .execute());
    }

    private void forgetAll(PersonId agent) {
        try {
            database.change(tx -> tx.handle()
                    .createUpdate(FORGET_ALL)
                    .bind("agent", agent.value())
                    .execute());
        } catch (RuntimeException failed) {
            // They go all the same, two weeks later.
            Log.error("drafts could not be forgotten", failed);
        }
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetOld() {
        database.change(tx -> tx.handle()
                .createUpdate(FORGET_OLD)
                .bind("before", clock.instant().minus(KEPT))
                .execute());
    }
}
