package dev.parley.chat.visitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.chat.Chats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How many chats somebody without an account may start: one open at a time, and a few per address or, if he is
/// identified, per person. Addresses stay in memory only.
@ApplicationScoped
class PublicChatLimits {
    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private final Cache<String, Deque<Instant>> starts =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(DAY).build();
    private final Chats chats;
    private final Settings settings;
    private final Clock clock;

    PublicChatLimits(Chats chats, Settings settings, Clock clock) {
        this.chats = chats;
        this.settings = settings;
        this.clock = clock;
    }

    /// Refuses one chat too many of somebody new. `before` is the public user of the session that came along; the same
    /// one asking again is no second chat.
    void requireRoom(String address, Optional<PersonId> before, PersonId now) {
        if (before.filter(now::equals).isEmpty()) {
            requireRoom(address, before);
        }
    }

    /// Refuses one chat too many of a visitor who stays the same person: behind his address there may be his whole
    /// company.
    void requireRoom(PersonId visitor) {
        requireRoom(visitor.toString(), Optional.of(visitor));
    }

    private void requireRoom(String key, Optional<PersonId> before) {
        if (!settings.limits()) {
            return;
        }
        if (before.filter(chats::inOpenChat).isPresent()) {
            throw new Refusal(Code.LIMIT, "one chat at a time");
        }
        starts.asMap().compute(key, (same, old) -> started(old == null ? new ArrayDeque<>() : old));
    }

    private Deque<Instant> started(Deque<Instant> earlier) {
        Instant now = clock.instant();
        earlier.removeIf(at -> at.isBefore(now.minus(DAY)));
        long lately =
                earlier.stream().filter(at -> at.isAfter(now.minus(WHILE))).count();
        if (lately >= settings.publicChats().inTenMinutes()) {
            throw Refusal.wait(Code.LIMIT, "too many chats were started from here", WHILE);
        }
        if (earlier.size() >= settings.publicChats().aDay()) {
            throw Refusal.wait(Code.LIMIT, "too many chats were started from here today", DAY);
        }
        earlier.add(now);
        return earlier;
    }
}
