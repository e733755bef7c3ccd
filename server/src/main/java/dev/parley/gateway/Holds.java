package dev.parley.gateway;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Chats held up by a refusal that passes by itself: until the refused message comes again, or is stored after all, or
/// nothing more of the chat has come for two seconds, what was sent behind it is refused as well. So nobody's words
/// overtake each other. Owned by the hub's event loop.
final class Holds {
    private static final long HELD = Duration.ofSeconds(2).toNanos();

    private final Map<ChatId, Hold> held = new HashMap<>(0);

    /// A chat waits for the refused message; `at` is when something of it was refused last.
    private record Hold(UUID id, Code code, long at) {}

    /// A message comes: the refusal that stands in its way, if any.
    Optional<Code> over(ChatId chat, UUID id, long now) {
        Hold hold = held.get(chat);
        if (hold == null) {
            return Optional.empty();
        }
        if (hold.id().equals(id) || now - hold.at() > HELD) {
            held.remove(chat);
            return Optional.empty();
        }
        held.put(chat, new Hold(hold.id(), hold.code(), now));
        return Optional.of(hold.code());
    }

    /// A message was refused for now.
    void begin(ChatId chat, UUID id, Code code, long now) {
        held.putIfAbsent(chat, new Hold(id, code, now));
    }

    /// A message is stored. If it was a repeat of it that was refused, nobody will send it again.
    void stored(ChatId chat, UUID id) {
        held.computeIfPresent(chat, (any, hold) -> hold.id().equals(id) ? null : hold);
    }
}
