package dev.parley.chat;

import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/// A message on its way to the database, and whom to tell what became of it (once, on the writer's thread).
record Post(
        ChatId chat,
        PersonRef by,
        UUID clientId,
        String text,
        boolean internal,
        Instant at,
        Consumer<Outcome> then) {
    /// What makes a message one and the same for ever.
    record Key(UUID chat, UUID person, UUID clientId) {}

    Key key() {
        return new Key(chat.value(), by.id().value(), clientId);
    }
}
