package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.access.Level;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Somebody in a chat, with his level, his state, and how far he has read in both numberings. `after` is the chat's
/// last entry before he became what he is. `mask` is an agent's number, in the order in which they came to contribute,
/// under which outsiders may know him; 0 if he never has.
public record Participant(
        PersonRef person,
        Level level,
        State state,
        Optional<String> note,
        Optional<PersonRef> invitedBy,
        Instant since,
        Chat.Numbers after,
        Optional<Instant> goneAt,
        Read read,
        Monitoring monitoring,
        int mask) {
    /// Whether somebody takes part, was asked to, or did.
    public enum State {
        INVITED,
        ACTIVE,
        DECLINED,
        LEFT;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Of what an agent wants to be told while he is not looking.
    public enum Monitoring {
        OFF,
        /// What customer users and public users write.
        CUSTOMER,
        ALL;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Monitoring> of(String wireName) {
            for (Monitoring monitoring : values()) {
                if (monitoring.wireName().equals(wireName)) {
                    return Optional.of(monitoring);
                }
            }
            return Optional.empty();
        }
    }

    /// The read mark in both numberings, and how many messages of others lie behind it (at most 100 are counted).
    public record Read(long seq, long publicSeq, int unread) {
        public static final Read NOTHING = new Read(0, 0, 0);
    }

    public PersonId id() {
        return person.id();
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    /// Writes in the chat; an observer only reads.
    public boolean contributes() {
        return active() && level.atLeast(Level.PARTICIPANT);
    }

    /// Customer users and public users learn of those who write, never of observers, invitations and refusals.
    public boolean visibleToOutsiders() {
        return person.kind().outsider() || contributes();
    }
}
