package dev.parley.gateway;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Chats held up by a refusal that passes by itself: until the refused message comes again, or nothing more of the chat
/// has come for two seconds, what was sent behind it is refused as well. So nobody's words overtake each other. If the
/// refused message is stored after all, nobody will send it again, and what was refused behind it is what has to come
/// next. Owned by the hub's event loop.
final class Holds {
    private static final long HELD = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 1_000;

    private final Map<ChatId, Hold> held = new HashMap<>(0);

    /// What was refused in a chat and is not stored, in the order in which it arrived first; `at` is when something of
    /// it
    /// was refused last.
    private static final class Hold {
        private final Code code;
        private final NavigableMap<Long, UUID> refused = new TreeMap<>();
        private long at;

        Hold(Code code) {
            this.code = code;
        }

        boolean waitsFor(UUID id) {
            return refused.firstEntry().getValue().equals(id);
        }

        void add(UUID id, long arrival, long now) {
            at = now;
            if (refused.size() < MOST && !refused.containsValue(id)) {
                refused.put(arrival, id);
            }
        }
    }

    boolean none() {
        return held.isEmpty();
    }

    /// A message comes, as the `arrival`th on this connection: the refusal that stands in its way, if any.
    Optional<Code> over(ChatId chat, UUID id, long arrival, long now) {
        Hold hold = held.get(chat);
        if (hold == null) {
            return Optional.empty();
        }
        if (hold.waitsFor(id) || now - hold.at > HELD) {
            held.remove(chat);
            return Optional.empty();
        }
        hold.add(id, arrival, now);
        return Optional.of(hold.code);
    }

    /// A message, which had come as the `arrival`th, was refused for now.
    void begin(ChatId chat, UUID id, Code code, long arrival, long now) {
        held.computeIfAbsent(chat, any -> new Hold(code)).add(id, arrival, now);
    }

    /// A message is stored, whatever was said of it before.
    void stored(ChatId chat, UUID id) {
        held.computeIfPresent(chat, (any, hold) -> {
            hold.refused.values().remove(id);
            return hold.refused.isEmpty() ? null : hold;
        });
    }
}
