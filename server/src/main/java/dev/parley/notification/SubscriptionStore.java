package dev.parley.notification;

import dev.parley.base.PersonId;
import dev.parley.base.SessionId;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL on push subscriptions.
@Singleton
class SubscriptionStore {
    private static final String KEEP = """
            insert into push_subscription (endpoint, agent_id, session_id, p256dh, auth, created_at)
            values (:endpoint, :agent, :session, :p256dh, :auth, :at)
            on conflict (endpoint) do update
               set agent_id = excluded.agent_id, session_id = excluded.session_id, p256dh = excluded.p256dh,
                   auth = excluded.auth, created_at = excluded.created_at
            """;
    private static final String FORGET_OLDEST = """
            delete from push_subscription
             where endpoint in (select endpoint from push_subscription where agent_id = :agent
                                 order by created_at desc, endpoint offset :most)
            """;
    private static final String END = "delete from push_subscription where endpoint = :endpoint and agent_id = :agent";
    private static final String END_WITH = "delete from push_subscription where session_id = :session";
    private static final String AGENTS = "select distinct agent_id from push_subscription";
    private static final String OF = """
            select agent_id, session_id, endpoint, p256dh, auth from push_subscription
             where agent_id = any(:agents)
             order by created_at, endpoint
            """;

    void keep(Handle handle, Subscription subscription, Instant at, int most) {
        handle.createUpdate(KEEP)
                .bind("endpoint", subscription.endpoint().toString())
                .bind("agent", subscription.agent().value())
                .bind("session", subscription.session().value())
                .bind("p256dh", subscription.p256dh())
                .bind("auth", subscription.auth())
                .bind("at", at)
                .execute();
        handle.createUpdate(FORGET_OLDEST)
                .bind("agent", subscription.agent().value())
                .bind("most", most)
                .execute();
    }

    void end(Handle handle, PersonId agent, String endpoint) {
        handle.createUpdate(END)
                .bind("agent", agent.value())
                .bind("endpoint", endpoint)
                .execute();
    }

    void endWith(Handle handle, SessionId session) {
        handle.createUpdate(END_WITH).bind("session", session.value()).execute();
    }

    Set<PersonId> agents(Handle handle) {
        return handle.createQuery(AGENTS).mapTo(UUID.class).stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Subscription> of(Handle handle, Collection<PersonId> agents) {
        return handle.createQuery(OF)
                .bind("agents", agents.stream().map(PersonId::value).toArray(UUID[]::new))
                .map((row, context) -> new Subscription(
                        new PersonId(Rows.uuid(row, "agent_id")),
                        new SessionId(Rows.uuid(row, "session_id")),
                        URI.create(row.getString("endpoint")),
                        row.getString("p256dh"),
                        row.getString("auth")))
                .list();
    }
}
