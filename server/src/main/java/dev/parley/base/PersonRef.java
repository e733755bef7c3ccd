package dev.parley.base;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A person as others see them: who, of which kind, under which name.
public record PersonRef(PersonId id, Kind kind, String name) {
    /// The three kinds of people.
    public enum Kind {
        AGENT,
        CUSTOMER_USER,
        PUBLIC_USER;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Customer users and public users: those who must never learn of internal entries.
        public boolean outsider() {
            return this != AGENT;
        }
    }
}
