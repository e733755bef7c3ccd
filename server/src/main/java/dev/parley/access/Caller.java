package dev.parley.access;

import dev.parley.base.Code;
import dev.parley.base.CustomerId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.base.SessionId;

/// Whoever stands behind one request. Every front door takes it first.
public sealed interface Caller {
    PersonRef person();

    SessionId session();

    default PersonId id() {
        return person().id();
    }

    /// Customer users and public users, who must never learn of internal entries.
    default boolean outsider() {
        return person().kind().outsider();
    }

    /// Refuses everybody who is no administrator.
    default void requireAdministrator() {
        if (!(this instanceof Agent agent && agent.admin())) {
            throw new Refusal(Code.FORBIDDEN, "for administrators only");
        }
    }

    /// A member of staff, with the permissions held when the session was last looked at.
    record Agent(PersonRef person, SessionId session, boolean admin, Permissions permissions) implements Caller {}

    /// A signed-in customer user.
    record CustomerUser(PersonRef person, SessionId session, CustomerId customer) implements Caller {}

    /// Somebody without an account. The session opens one chat and nothing else.
    record PublicUser(PersonRef person, SessionId session) implements Caller {}
}
