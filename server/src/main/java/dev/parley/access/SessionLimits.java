package dev.parley.access;

import dev.parley.base.PersonRef;
import java.time.Duration;
import java.time.Instant;

/// How long a session of each kind of person lives unused, and how long at most. A public user's has no other end
/// than a day without a line.
record SessionLimits(Duration idle, Duration absolute, boolean prolonged) {
    private static final SessionLimits AGENT = new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), false);
    private static final SessionLimits CUSTOMER_USER =
            new SessionLimits(Duration.ofMinutes(60), Duration.ofHours(24), false);
    private static final SessionLimits PUBLIC_USER =
            new SessionLimits(Duration.ofHours(24), Duration.ofHours(24), true);

    static SessionLimits of(PersonRef.Kind kind) {
        return switch (kind) {
            case AGENT -> AGENT;
            case CUSTOMER_USER -> CUSTOMER_USER;
            case PUBLIC_USER -> PUBLIC_USER;
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
