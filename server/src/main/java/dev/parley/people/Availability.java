package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// What an agent chose to be there for; each includes those before it.
public enum Availability {
    /// For nobody.
    UNAVAILABLE,
    /// For other agents: their chats and invitations.
    INTERNAL,
    /// Also for customer and public requests of his chat channels.
    EXTERNAL;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Availability> of(String wireName) {
        for (Availability availability : values()) {
            if (availability.wireName().equals(wireName)) {
                return Optional.of(availability);
            }
        }
        return Optional.empty();
    }

    public boolean atLeast(Availability other) {
        return compareTo(other) >= 0;
    }
}
