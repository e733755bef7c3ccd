package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// One line of a chat, as committed. `seq` counts every entry; `publicSeq` those for everyone up to and including
/// this one.
public record ChatEntry(
        ChatId chat,
        long seq,
        long publicSeq,
        boolean internal,
        Kind kind,
        Optional<PersonRef> by,
        Optional<PersonRef> who,
        Optional<UUID> clientId,
        Optional<String> text,
        Instant at) {
    /// A message somebody wrote, or what a system message says.
    public enum Kind {
        MESSAGE,
        ACCEPTED,
        JOINED,
        LEFT,
        INVITED,
        DECLINED,
        CHANNEL_CHANGED,
        LEVEL_CHANGED,
        NO_ANSWER_YET,
        IDLE_WARNING,
        CLOSED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /// The number under which `audience` knows this entry.
    public long n(Audience audience) {
        return audience == Audience.AGENTS ? seq : publicSeq;
    }

    public boolean visibleTo(Audience audience) {
        return audience == Audience.AGENTS || !internal;
    }
}
