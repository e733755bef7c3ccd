package dev.parley.widget.visitor;

import dev.parley.access.PublicUsers;
import dev.parley.base.PersonId;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import dev.parley.widget.Widget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/// Who came through which widget, and who of them is whom by the page's word.
@ApplicationScoped
public class Visitors {
    private final Database database;
    private final VisitorStore store;
    private final PublicUsers people;
    private final Clock clock;

    Visitors(Database database, VisitorStore store, PublicUsers people, Clock clock) {
        this.database = database;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /// Nothing for who did not come through a widget.
    public Optional<Visitor> visitor(PersonId person) {
        return database.read(handle -> store.visitor(handle, person));
    }

    /// Everybody who is the same subject as this person, himself included; of many, the newest.
    public Set<PersonId> same(PersonId person) {
        return database.read(handle -> store.same(handle, person));
    }

    /// Remembers through which widget somebody came. Nothing is to be remembered of our own pages.
    public void came(Tx tx, PersonId person, Widget widget) {
        if (!widget.external()) {
            store.came(tx.handle(), person, widget.id());
        }
    }

    /// The newest person who is this token's subject. Until the end of the transaction nobody else becomes it.
    public Optional<PersonId> newest(Tx tx, Widget widget, IdentityToken token) {
        store.lock(tx.handle(), widget.id(), token.subject());
        return store.newest(tx.handle(), widget.id(), token.subject());
    }

    /// Somebody new, who is the token's subject.
    public void arrive(Tx tx, PersonId person, Widget widget, IdentityToken token) {
        people.create(tx, vouched(person, token));
        store.become(tx.handle(), person, widget.id(), token, clock.instant());
    }

    /// Somebody who is here already is the token's subject, with everything that it says now.
    public void become(Tx tx, PersonId person, Widget widget, IdentityToken token) {
        people.vouch(tx, vouched(person, token));
        store.become(tx.handle(), person, widget.id(), token, clock.instant());
    }

    private static PublicUsers.Vouched vouched(PersonId person, IdentityToken token) {
        return PublicUsers.Vouched.of(person, token.displayName(), token.email(), token.locale());
    }
}
