package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What others see of a person: the state, why, and since when, where that is known: who was not here since the server
/// started has been away for longer than it can tell.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Presence(
        @JsonUnwrapped PersonRef person,
        @JsonProperty("presence") State state,
        Reason reason,
        Optional<Instant> since) {
    /// From the best to the worst; inactive exists only within a chat.
    public enum State {
        AVAILABLE,
        AWAY,
        INACTIVE,
        UNAVAILABLE,
        OFFLINE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Why somebody is in a state.
    public enum Reason {
        ACTIVE,
        IDLE,
        NOT_ACCEPTED,
        LEFT,
        SET_UNAVAILABLE,
        INTERNAL_ONLY,
        OUT_OF_OFFICE,
        SIGNED_OUT,
        GONE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The same of a person under another name.
    public Presence of(PersonRef named) {
        return new Presence(named, state, reason, since);
    }

    /// Connected and there for it, whether at the keyboard or not: can be chatted with.
    public boolean reachable() {
        return state == State.AVAILABLE || state == State.AWAY;
    }
}
