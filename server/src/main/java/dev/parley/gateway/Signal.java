package dev.parley.gateway;

import dev.parley.base.ChatId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a connection may say to us: the closed family of incoming frames (`docs/protocol.md`).
sealed interface Signal {
    record Hello(Optional<String> as, Optional<String> token, Map<ChatId, Long> cursors, Set<String> follow)
            implements Signal {}

    record Send(UUID id, ChatId chat, String text, boolean note) implements Signal {}

    record Typing(ChatId chat) implements Signal {}

    record Read(ChatId chat, long n) implements Signal {}

    record Fetch(ChatId chat, long after) implements Signal {}

    /// The chat is on the agent's screen.
    record Viewing(ChatId chat) implements Signal {}

    record Active() implements Signal {}
}
