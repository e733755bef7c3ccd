package dev.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.GroupId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The agents with valid accounts and what they are permitted.
@ApplicationScoped
public class Agents {
    private static final int REMEMBERED = 1_000;
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(5);

    private final Database database;
    private final PersonStore store;
    private final Persons persons;
    private final Cache<Holding, Set<PersonId>> holding = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    private record Holding(GroupId group, Level level) {}

    Agents(Database database, PersonStore store, Persons persons, Notices notices) {
        this.database = database;
        this.store = store;
        this.persons = persons;
        notices.forgetOn(Notice.Topic.PERSON, notice -> holding.invalidateAll());
    }

    public Optional<PersonRef> agent(PersonId id) {
        return valid(id).map(PersonStore.Known::person);
    }

    /// What the agent may do now; nothing, if there is no such agent any more.
    public Permissions permissions(PersonId id) {
        return valid(id).map(PersonStore.Known::permissions).orElse(Permissions.NONE);
    }

    private Optional<PersonStore.Known> valid(PersonId id) {
        return persons.known(id).filter(known -> known.valid() && known.person().kind() == PersonRef.Kind.AGENT);
    }

    /// All agents who hold this level or a higher one in a group.
    public Set<PersonId> holding(GroupId group, Level level) {
        var wanted = new Holding(group, level);
        Set<PersonId> before = holding.getIfPresent(wanted);
        if (before != null) {
            return before;
        }
        Set<PersonId> now = Set.copyOf(database.read(handle -> store.holding(handle, group, level)));
        holding.put(wanted, now);
        return now;
    }
}
