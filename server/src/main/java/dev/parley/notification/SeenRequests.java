package dev.parley.notification;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.chat.RequestList;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which open requests which agents have had before their eyes.
@ApplicationScoped
public class SeenRequests {
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String SEE = """
            insert into request_seen (chat_id, agent_id, at)
            select unnest(:chats), :agent, :at
            on conflict do nothing
            """;
    private static final String BY = "select chat_id, agent_id from request_seen where chat_id = any(:chats)";
    private static final String FORGET = "delete from request_seen where at < :before";

    private final Database database;
    private final RequestList requests;
    private final Clock clock;

    SeenRequests(Database database, RequestList requests, Clock clock) {
        this.database = database;
        this.requests = requests;
        this.clock = clock;
    }

    /// These rows were visible on a focused screen; what is not in the agent's list is passed over.
    public void see(Caller.Agent agent, Collection<ChatId> chats) {
        Set<ChatId> listed = requests.chats(agent);
        UUID[] seen = chats.stream().filter(listed::contains).map(ChatId::value).toArray(UUID[]::new);
        if (seen.length > 0) {
            database.change(tx -> tx.handle()
                    .createUpdate(SEE)
                    .bind("chats", seen)
                    .bind("agent", agent.id().value())
                    .bind("at", clock.instant())
                    .execute());
        }
    }

    /// Who has seen each of these.
    Map<ChatId, Set<PersonId>> by(Collection<ChatId> chats) {
        Map<ChatId, Set<PersonId>> by = new HashMap<>();
        database.read(handle -> handle.createQuery(BY)
                        .bind("chats", chats.stream().map(ChatId::value).toArray(UUID[]::new))
                        .map((row, context) -> Map.entry(
                                new ChatId(Rows.uuid(row, "chat_id")), new PersonId(Rows.uuid(row, "agent_id"))))
                        .list())
                .forEach(seen -> by.computeIfAbsent(seen.getKey(), any -> new HashSet<>())
                        .add(seen.getValue()));
        return by;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        database.change(tx -> tx.handle()
                .createUpdate(FORGET)
                .bind("before", clock.instant().minus(KEPT))
                .execute());
    }
}
