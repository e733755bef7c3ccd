package dev.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Counts wrong passwords by account and by address: five within a quarter of an hour are free, each later one
/// doubles the wait. What it remembers is bounded, so that nobody fills the memory with made-up names.
@Singleton
class Attempts {
    private static final int FREE = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;
    private static final int REMEMBERED = 100_000;

    private final Cache<String, Wrong> wrong = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(WINDOW)
            .build();

    private record Wrong(int count, Instant last) {
        Instant freeAt() {
            if (count < FREE) {
                return last;
            }
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, MOST_DOUBLINGS));
            return last.plus(wait.compareTo(WINDOW) > 0 ? WINDOW : wait);
        }
    }

    /// How long this key still has to wait; else counts the attempt as wrong until [#right] says otherwise, so that
    /// many at the same instant do not slip through together.
    Optional<Duration> begin(String key, Instant now) {
        var wait = new AtomicReference<Duration>(Duration.ZERO);
        wrong.asMap().compute(key, (same, before) -> {
            if (before != null && now.isBefore(before.freeAt())) {
                wait.set(Duration.between(now, before.freeAt()));
                return before;
            }
            return new Wrong(before == null ? 1 : before.count() + 1, now);
        });
        return Optional.of(wait.get()).filter(Duration::isPositive);
    }

    /// The attempt was right after all: takes back what `begin` counted.
    void right(String key) {
        wrong.asMap()
                .computeIfPresent(key, (same, one) -> one.count() <= 1 ? null : new Wrong(one.count() - 1, one.last()));
    }

    /// The holder of the account is back: his own slips are forgotten.
    void forget(String key) {
        wrong.invalidate(key);
    }
}
