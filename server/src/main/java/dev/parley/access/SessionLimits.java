package dev.parley.access;

import dev.parley.base.PersonRef;
import dev.parley.base.Settings;
import java.time.Duration;
import java.time.Instant;

/// How long a session of each kind of person lives unused, and how long at most. A public user's has no other end
/// than a time without a line.
record SessionLimits(Duration idle, Duration absolute, boolean prolonged) {
    static SessionLimits of(PersonRef.Kind kind, Settings.Session session) {
        return switch (kind) {
            case AGENT -> new SessionLimits(session.agentIdle(), session.agentLongest(), false);
            case CUSTOMER_USER -> new SessionLimits(session.customerIdle(), session.customerLongest(), false);
            case PUBLIC_USER -> new SessionLimits(session.publicIdle(), session.publicIdle(), true);
        };
    }

    Instant expiresAt(Instant start) {
        return start.plus(absolute);
    }

    /// Whether a session is over that was last used then and lives until then.
    boolean over(Instant usedAt, Instant expiresAt, Instant now) {
        return !now.isBefore(expiresAt) || !now.isBefore(usedAt.plus(idle));
    }
}
