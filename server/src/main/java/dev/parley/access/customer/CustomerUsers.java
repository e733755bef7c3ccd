package dev.parley.access.customer;

import dev.parley.access.Caller;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The customer users of the desk, to be looked up by agents and by nobody else.
@ApplicationScoped
public class CustomerUsers {
    private final Database database;
    private final CustomerUserStore store;

    /// Some of them, and behind whom there are more.
    public record Page(List<CustomerUser> users, Optional<PersonId> next) {}

    CustomerUsers(Database database, CustomerUserStore store) {
        this.database = database;
        this.store = store;
    }

    /// By name, those who may sign in; of a search, those to whom every word of it applies, by name, login, email or
    /// customer, whatever its case and accents.
    public Page page(Caller.Agent agent, Optional<String> words, Optional<PersonId> after, int limit) {
        List<CustomerUser> found = database.read(handle -> words.isPresent()
                ? store.found(handle, words.get(), after, limit + 1)
                : store.all(handle, after, limit + 1));
        List<CustomerUser> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                List.copyOf(page),
                found.size() > limit ? Optional.of(page.getLast().person().id()) : Optional.empty());
    }

    /// One of them, whether he may sign in or not.
    public CustomerUser customerUser(Caller.Agent agent, PersonId id) {
        return database.read(handle -> store.one(handle, id))
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "no such customer user"));
    }
}
