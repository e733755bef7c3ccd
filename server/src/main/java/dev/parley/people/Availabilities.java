package dev.parley.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What each agent chose to be there for, and his chat channels. Kept in memory, read again after a notice.
@ApplicationScoped
public class Availabilities {
    private static final int REMEMBERED = 20_000;
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Database database;
    private final ReadinessStore store;
    private final Channels channels;
    private final Cache<PersonId, Optional<Readiness>> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(READ_AGAIN_AFTER)
            .build();
    // Guards `changes` and what many-at-once puts into `known`: what was read before a notice must not come in after
    // it.
    private final ReentrantLock lock = new ReentrantLock();
    private long changes;

    Availabilities(Database database, ReadinessStore store, Channels channels, Notices notices) {
        this.database = database;
        this.store = store;
        this.channels = channels;
        notices.forgetOn(Notice.Topic.PERSON, notice -> forget(new PersonId(notice.id())));
    }

    private void forget(PersonId person) {
        locked(() -> {
            changes++;
            known.invalidate(person);
            return true;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Map<PersonId, Optional<Readiness>> load(Set<PersonId> agents) {
        Map<PersonId, Readiness> found = database.read(handle -> store.some(handle, agents));
        return agents.stream()
                .collect(Collectors.toMap(agent -> agent, agent -> Optional.ofNullable(found.get(agent))));
    }

    /// What the agent chose; unavailable, if there is no such agent.
    public Availability availability(PersonId agent) {
        return readiness(agent).map(Readiness::availability).orElse(Availability.UNAVAILABLE);
    }

    Optional<Readiness> readiness(PersonId agent) {
        return known.get(
                agent,
                one -> database.read(handle -> store.some(handle, Set.of(one))).values().stream()
                        .findFirst());
    }

    boolean inMemory(PersonId agent) {
        return known.getIfPresent(agent) != null;
    }

    /// Many at once, so that whoever looks at all agents asks the database one question.
    Map<PersonId, Optional<Readiness>> readiness(Collection<PersonId> agents) {
        Map<PersonId, Optional<Readiness>> readiness = new HashMap<>(known.getAllPresent(agents));
        Set<PersonId> missing =
                agents.stream().filter(agent -> !readiness.containsKey(agent)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            long before = locked(() -> changes);
            Map<PersonId, Optional<Readiness>> loaded = load(missing);
            locked(() -> {
                if (changes == before) {
                    known.putAll(loaded);
                }
                return true;
            });
            readiness.putAll(loaded);
        }
        return readiness;
    }

    /// All valid agents by name, at most so many, straight from the database.
    List<Readiness> all(int most) {
        return database.read(handle -> store.all(handle, most));
    }

    public void set(Caller.Agent agent, Availability availability) {
        database.change(tx -> {
            if (store.set(tx.handle(), agent.id(), availability)) {
                tell(tx, agent.id());
            }
        });
    }

    /// Chooses the channels the agent takes external requests of. Each must be valid and he its owner.
    public void choose(Caller.Agent agent, Set<ChannelId> chosen) {
        Set<ChannelId> owned = owned(agent).stream().map(ChatChannel::id).collect(Collectors.toSet());
        if (!owned.containsAll(chosen)) {
            throw Refusal.fields(Map.of("channels", "unknown"));
        }
        database.change(tx -> {
            store.choose(tx.handle(), agent.id(), chosen);
            tell(tx, agent.id());
        });
    }

    /// The valid channels the agent is owner of: those he may choose from.
    List<ChatChannel> owned(Caller.Agent agent) {
        return channels.valid().stream()
                .filter(channel -> agent.permissions().holds(channel.group(), Level.OWNER))
                .toList();
    }

    private static void tell(Tx tx, PersonId agent) {
        tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, agent.value()));
        tx.tellAfterCommit(new Notice(Notice.Topic.PRESENCE, agent.value()));
    }
}
