package dev.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// Everybody Parley knows, of whatever kind. Remembered for a short while, and forgotten at once when a notice says
/// that somebody changed.
@ApplicationScoped
public class Persons {
    private static final int REMEMBERED = 20_000;
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(30);

    private final Database database;
    private final PersonStore store;
    private final Cache<PersonId, Optional<PersonStore.Known>> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    Persons(Database database, PersonStore store, Notices notices) {
        this.database = database;
        this.store = store;
        notices.forgetOn(Notice.Topic.PERSON, notice -> known.invalidate(new PersonId(notice.id())));
    }

    /// The person of this id, whether the account is still valid or not.
    public Optional<PersonRef> person(PersonId id) {
        return known(id).map(PersonStore.Known::person);
    }

    /// The name of the customer that a customer user belongs to.
    public Optional<String> company(PersonId id) {
        return known(id).flatMap(PersonStore.Known::company);
    }

    Optional<PersonStore.Known> known(PersonId id) {
        return known.get(id, wanted -> database.read(handle -> store.person(handle, wanted)));
    }
}
