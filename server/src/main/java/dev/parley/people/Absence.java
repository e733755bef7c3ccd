package dev.parley.people;

import java.time.Instant;

/// One out-of-office period.
record Absence(Instant startsAt, Instant endsAt) {
    boolean covers(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt);
    }
}
