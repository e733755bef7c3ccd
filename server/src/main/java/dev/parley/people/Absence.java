package dev.parley.people;

import java.time.Instant;

/// One out-of-office period. Overridden, the agent is here all the same.
record Absence(Instant startsAt, Instant endsAt, boolean overridden) {
    boolean covers(Instant now) {
        return !overridden && !now.isBefore(startsAt) && now.isBefore(endsAt);
    }
}
