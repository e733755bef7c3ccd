package dev.parley.gateway;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Which agents have which chat on their screen, as far as they have said so lately. Best effort and in this process
/// only: a page says it again every few seconds, and who stops saying it is forgotten.
final class Viewings {
    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);
    // Who says it more often is heard, but the others need not hear it again.
    static final Duration TOLD_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final int MOST_CHATS = 20_000;
    private static final int MOST_PEOPLE = 50;

    private final Map<ChatId, Map<PersonId, Viewer>> byChat = new ConcurrentHashMap<>();
    private final BiConsumer<ChatId, List<PersonRef>> tell;
    private final LongSupplier nanoTime;

    private record Viewer(PersonRef person, long lookedAt, long toldAt) {}

    Viewings(BiConsumer<ChatId, List<PersonRef>> tell, LongSupplier nanoTime) {
        this.tell = tell;
        this.nanoTime = nanoTime;
    }

    void looks(ChatId chat, PersonRef person) {
        if (byChat.size() >= MOST_CHATS && !byChat.containsKey(chat)) {
            return;
        }
        long now = nanoTime.getAsLong();
        Map<PersonId, Viewer> viewers = byChat.compute(chat, (id, before) -> with(before, person, now));
        if (Optional.ofNullable(viewers.get(person.id()))
                .filter(me -> me.toldAt() == now)
                .isPresent()) {
            tell(chat, viewers);
        }
    }

    private static Map<PersonId, Viewer> with(@Nullable Map<PersonId, Viewer> before, PersonRef person, long now) {
        Map<PersonId, Viewer> viewers = before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
        Viewer known = viewers.get(person.id());
        if (known != null && now - known.toldAt() < TOLD_AGAIN_AFTER.toNanos()) {
            viewers.put(person.id(), new Viewer(person, now, known.toldAt()));
        } else if (known != null || viewers.size() < MOST_PEOPLE) {
            viewers.put(person.id(), new Viewer(person, now, now));
        }
        return viewers;
    }

    /// Called every second: who has not said it again for a while looks no more.
    void forget() {
        long now = nanoTime.getAsLong();
        for (ChatId chat : List.copyOf(byChat.keySet())) {
            Map<PersonId, Viewer> before = byChat.getOrDefault(chat, Map.of());
            Map<PersonId, Viewer> left = new LinkedHashMap<>(before);
            left.values().removeIf(viewer -> now - viewer.lookedAt() > FORGOTTEN_AFTER.toNanos());
            // Somebody who says it at this very moment wins; the next second looks again.
            boolean changed = left.size() < before.size()
                    && (left.isEmpty() ? byChat.remove(chat, before) : byChat.replace(chat, before, left));
            if (changed) {
                tell(chat, left);
            }
        }
    }

    private void tell(ChatId chat, Map<PersonId, Viewer> viewers) {
        tell.accept(chat, viewers.values().stream().map(Viewer::person).toList());
    }
}
