package dev.parley.people;

import dev.parley.base.ChannelId;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an agent is there for: his availability, the channels he chose, and when he is out of office.
record Readiness(PersonRef person, Availability availability, Set<ChannelId> chosen, List<Absence> absences) {
    Optional<Absence> absence(Instant now) {
        return absences.stream().filter(absence -> absence.covers(now)).findFirst();
    }

    boolean absent(Instant now) {
        // In a loop over thousands of people: no stream.
        for (Absence absence : absences) {
            if (absence.covers(now)) {
                return true;
            }
        }
        return false;
    }
}
