package dev.parley.chat;

import dev.parley.base.PersonId;
import java.util.Optional;
import java.util.UUID;

/// An entry that has no number yet.
record Line(
        ChatEntry.Kind kind,
        boolean internal,
        Optional<PersonId> by,
        Optional<PersonId> who,
        Optional<UUID> clientId,
        Optional<String> text) {
    static Line message(PersonId by, UUID clientId, String text) {
        return new Line(
                ChatEntry.Kind.MESSAGE,
                false,
                Optional.of(by),
                Optional.empty(),
                Optional.of(clientId),
                Optional.of(text));
    }

    /// A system message that everyone sees.
    static Line told(ChatEntry.Kind kind, PersonId by) {
        return new Line(kind, false, Optional.of(by), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A system message for agents only.
    static Line internal(ChatEntry.Kind kind, PersonId by) {
        return new Line(kind, true, Optional.of(by), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A system message the product itself wrote.
    static Line product(ChatEntry.Kind kind) {
        return new Line(kind, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Line about(PersonId person) {
        return new Line(kind, internal, by, Optional.of(person), clientId, text);
    }

    Line saying(String words) {
        return new Line(kind, internal, by, who, clientId, Optional.of(words));
    }

    Line saying(Optional<String> words) {
        return new Line(kind, internal, by, who, clientId, words);
    }

    Line internalIf(boolean only) {
        return new Line(kind, only, by, who, clientId, text);
    }
}
