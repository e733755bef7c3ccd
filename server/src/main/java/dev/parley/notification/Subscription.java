package dev.parley.notification;

import dev.parley.base.PersonId;
import dev.parley.base.SessionId;
import java.net.URI;

/// One browser of an agent that can be pushed to, and the session it was given in.
record Subscription(PersonId agent, SessionId session, URI endpoint, String p256dh, String auth) {
    @Override
    public String toString() {
        return "Subscription[" + agent + "]";
    }
}
