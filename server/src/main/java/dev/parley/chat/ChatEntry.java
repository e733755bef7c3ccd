package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Masking;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// One line of a chat, as committed. `seq` counts every entry; `publicSeq` those for everyone up to and including
/// this one. `mask` is the number of its author among the chat's agents, 0 if he has none.
public record ChatEntry(
        ChatId chat,
        long seq,
        long publicSeq,
        boolean internal,
        Kind kind,
        Optional<PersonRef> by,
        int mask,
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
        CLOSED,
        NOTE_LEFT;

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

    /// The entry with the names that `audience` is told.
    public ChatEntry named(Audience audience, Masking masking) {
        if (audience == Audience.AGENTS || !masking.on()) {
            return this;
        }
        return new ChatEntry(
                chat,
                seq,
                publicSeq,
                internal,
                kind,
                by.map(person -> masking.person(chat, person, number())),
                mask,
                who.map(person -> masking.person(chat, person, 0)),
                clientId,
                text,
                at);
    }

    /// A chat may be moved by somebody who comes into it later or never: that line is the desk's, without a number,
    /// so that it reads the same for ever.
    private int number() {
        return kind == Kind.CHANNEL_CHANGED ? 0 : mask;
    }
}
