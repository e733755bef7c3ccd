package dev.parley.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.ChatId;
import jakarta.inject.Singleton;
import java.time.Duration;

/// The heads heard of in the last minute. A chat that is read from the database and then watched may have moved in
/// between, when nobody here listened; its head is compared with what was heard.
@Singleton
class Heads {
    private final Cache<ChatId, Long> heard = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(100_000)
            .build();

    void heard(ChatId chat, long head) {
        heard.asMap().merge(chat, head, Math::max);
    }

    /// The higher of what was read and what was heard.
    long atLeast(ChatId chat, long read) {
        Long head = heard.getIfPresent(chat);
        return head == null ? read : Math.max(head, read);
    }
}
