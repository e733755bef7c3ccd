package dev.parley.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.ChatId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The newest committed entries of the chats in use, in memory, so that a live message costs its readers no query. What is not
/// here is read from the database; nothing here is the truth.
@ApplicationScoped
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
}
