package dev.parley.notification;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import dev.parley.access.Caller;
import dev.parley.access.Sessions;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.base.SessionId;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The browsers that agents may be pushed to. Each lives as long as the session it was given in: who signs out is
/// pushed nothing more.
@ApplicationScoped
public class Subscriptions {
    private static final int MOST_OF_ONE = 10;

    private final Database database;
    private final SubscriptionStore store;
    private final Sessions sessions;
    private final Endpoints endpoints;
    private final Clock clock;

    Subscriptions(Database database, SubscriptionStore store, Sessions sessions, Endpoints endpoints, Clock clock) {
        this.database = database;
        this.store = store;
        this.sessions = sessions;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    void listen(@Observes StartupEvent started, Notices notices) {
        notices.subscribe(
                Notice.Topic.SESSION, notice -> Thread.ofVirtual().start(() -> endWith(new SessionId(notice.id()))));
    }

    private void endWith(SessionId session) {
        try {
            database.change(tx -> store.endWith(tx.handle(), session));
        } catch (RuntimeException failed) {
            // A subscription of an ended session is not used anyway.
            Log.error("push subscriptions could not be ended", failed);
        }
    }

    /// Keeps a browser's subscription; the same one again is the same.
    public void keep(Caller.Agent agent, String endpoint, String p256dh, String auth) {
        URI address = address(endpoint);
        requireKeys(p256dh, auth);
        var subscription = new Subscription(agent.id(), agent.session(), address, p256dh, auth);
        database.change(tx -> store.keep(tx.handle(), subscription, clock.instant(), MOST_OF_ONE));
    }

    private URI address(String endpoint) {
        try {
            var address = new URI(endpoint);
            if (endpoints.allowed(address)) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            throw Refusal.fields(Map.of("endpoint", "format"));
        }
        throw Refusal.fields(Map.of("endpoint", "format"));
    }

    private static void requireKeys(String p256dh, String auth) {
        try {
            UserAgentMessageEncryptionKeyInfo.of(p256dh, auth);
        } catch (RuntimeException notKeys) {
            throw Refusal.fields(Map.of("keys", "format"));
        }
    }

    public void end(Caller.Agent agent, String endpoint) {
        database.change(tx -> store.end(tx.handle(), agent.id(), endpoint));
    }

    /// The push service knows it no more.
    void gone(Subscription subscription) {
        database.change(tx -> store.end(
                tx.handle(), subscription.agent(), subscription.endpoint().toString()));
    }

    /// The agents who have any.
    Set<PersonId> agents() {
        return database.read(store::agents);
    }

    /// Those of these agents whose sessions live.
    List<Subscription> of(Collection<PersonId> wanted) {
        return database.read(handle -> store.of(handle, wanted)).stream()
                .filter(subscription -> sessions.alive(subscription.session()))
                .toList();
    }
}
