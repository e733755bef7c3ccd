package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Permissions;
import dev.parley.base.CustomerId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.SessionId;

/// People for tests of rules.
final class Someone {
    private Someone() {}

    static Caller.Agent agent(String name) {
        return new Caller.Agent(person(PersonRef.Kind.AGENT, name), session(), false, Permissions.NONE);
    }

    static Caller.CustomerUser customerUser(String name) {
        return new Caller.CustomerUser(
                person(PersonRef.Kind.CUSTOMER_USER, name), session(), new CustomerId(Ids.next()));
    }

    private static PersonRef person(PersonRef.Kind kind, String name) {
        return new PersonRef(new PersonId(Ids.next()), kind, name);
    }

    private static SessionId session() {
        return new SessionId(Ids.next());
    }
}
