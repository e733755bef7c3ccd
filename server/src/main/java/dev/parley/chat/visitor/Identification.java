package dev.parley.chat.visitor;

import dev.parley.access.Caller;
import dev.parley.access.Sessions;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Chats;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import dev.parley.widget.Widget;
import dev.parley.widget.visitor.IdentityToken;
import dev.parley.widget.visitor.IdentityTokens;
import dev.parley.widget.visitor.Visitor;
import dev.parley.widget.visitor.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Makes of a page's visitor the person whom the page's server says he is: whoever was the token's subject last, so
/// that
/// a chat goes on on another device. Who is in a chat already stays in it and becomes the subject himself.
@ApplicationScoped
public class Identification {
    private final Database database;
    private final IdentityTokens tokens;
    private final Visitors visitors;
    private final Chats chats;
    private final Sessions sessions;

    /// The session that came along.
    public record Before(Caller.PublicUser caller, String token) {
        @Override
        public String toString() {
            return "Before[" + caller.id() + "]";
        }
    }

    /// What is presented, and from where.
    public record Presented(Widget widget, String token, String address, String device) {
        @Override
        public String toString() {
            return "Presented[" + widget.key() + "]";
        }
    }

    Identification(Database database, IdentityTokens tokens, Visitors visitors, Chats chats, Sessions sessions) {
        this.database = database;
        this.tokens = tokens;
        this.visitors = visitors;
        this.chats = chats;
        this.sessions = sessions;
    }

    /// Gives the token of a session of the person he is now: of the one that came along, if it is his, else of a new
    /// one
    /// in its place.
    public String identify(Optional<Before> before, Presented presented) {
        return tokens.attempt(presented.address(), () -> {
            IdentityToken token = tokens.verified(presented.widget(), presented.token());
            Optional<PersonId> stays = before.map(b -> b.caller().id())
                    .filter(person -> mayBecome(person, presented.widget(), token.subject()));
            return database.write(tx -> {
                tokens.spend(tx, presented.widget(), token);
                PersonId person = become(tx, stays, presented.widget(), token);
                return session(tx, before, person, token, presented.device());
            });
        });
    }

    /// Whether the one who came along is or becomes the subject, rather than making room for him: he came through this
    /// widget, and nobody else is meant by him.
    private boolean mayBecome(PersonId person, Widget widget, String subject) {
        Optional<Visitor> visitor =
                visitors.visitor(person).filter(v -> v.widget().equals(widget.id()));
        Optional<String> known = visitor.flatMap(Visitor::subject);
        return known.isPresent() ? known.get().equals(subject) : visitor.isPresent() && chats.inOpenChat(person);
    }

    private PersonId become(Tx tx, Optional<PersonId> stays, Widget widget, IdentityToken token) {
        Optional<PersonId> there = visitors.newest(tx, widget, token);
        Optional<PersonId> same = stays.or(() -> there);
        if (same.isPresent()) {
            visitors.become(tx, same.get(), widget, token);
            return same.get();
        }
        var person = new PersonId(Ids.next());
        visitors.arrive(tx, person, widget, token);
        return person;
    }

    private String session(Tx tx, Optional<Before> before, PersonId person, IdentityToken token, String device) {
        Optional<Before> same = before.filter(b -> b.caller().id().equals(person));
        if (same.isPresent()) {
            return same.get().token();
        }
        before.ifPresent(other -> sessions.end(tx, other.caller()));
        var ref = new PersonRef(
                person, PersonRef.Kind.PUBLIC_USER, token.displayName().value());
        return sessions.start(tx, ref, device);
    }
}
