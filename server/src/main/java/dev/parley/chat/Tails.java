package dev.parley.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.ChatId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The newest committed entries of the chats in use, in memory, so that a live message costs its readers no query.
/// What is not here is read from the database; nothing here is the truth.
@Singleton
public class Tails {
    private static final int MOST_CHATS = 20_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Cache<ChatId, Tail> tails = Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    /// The entries after number `n`, oldest first, or nothing if they are not all here up to `head`.
    public Optional<List<ChatEntry>> after(ChatId chat, Audience audience, long n, long head) {
        Tail tail = tails.getIfPresent(chat);
        return tail == null ? Optional.empty() : tail.after(audience, n, head);
    }

    void appended(ChatEntry entry) {
        tails.get(entry.chat(), any -> new Tail()).append(entry);
    }

    /// Takes a page that was read for agents, oldest first, without holes.
    void read(ChatId chat, List<ChatEntry> page) {
        if (!page.isEmpty()) {
            Tail tail = tails.get(chat, any -> new Tail());
            page.forEach(tail::append);
        }
    }

    /// The newest entries of one chat, without holes. Guarded by itself.
    static final class Tail {
        private static final int LONGEST = 128;
        private static final int KEPT = 64;

        private List<ChatEntry> entries = new ArrayList<>();

        /// Takes the next entry. One that leaves a hole starts anew behind the hole; an old one is here already, or
        /// not worth having.
        synchronized void append(ChatEntry entry) {
            long last = last();
            if (entry.seq() <= last) {
                return;
            }
            if (entry.seq() != last + 1) {
                entries = new ArrayList<>();
            } else if (entries.size() >= LONGEST) {
                entries = new ArrayList<>(entries.subList(LONGEST - KEPT, LONGEST));
            }
            entries.add(entry);
        }

        synchronized Optional<List<ChatEntry>> after(Audience audience, long n, long head) {
            if (entries.isEmpty() || last() < head || !reachesBackTo(audience, n)) {
                return Optional.empty();
            }
            int from = entries.size();
            while (from > 0 && entries.get(from - 1).n(audience) > n) {
                from--;
            }
            List<ChatEntry> found = new ArrayList<>(entries.size() - from);
            for (ChatEntry entry : entries.subList(from, entries.size())) {
                if (entry.visibleTo(audience)) {
                    found.add(entry);
                }
            }
            return Optional.of(found);
        }

        private boolean reachesBackTo(Audience audience, long n) {
            ChatEntry first = entries.getFirst();
            long before = first.visibleTo(audience) ? first.n(audience) - 1 : first.n(audience);
            return n >= before;
        }

        private long last() {
            return entries.isEmpty() ? 0 : entries.getLast().seq();
        }
    }
}
