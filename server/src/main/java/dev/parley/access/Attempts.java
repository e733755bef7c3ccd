package dev.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.Settings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Counts wrong passwords by account and by address: some within a while are free, each later one doubles the wait.
/// What it remembers is bounded, so that nobody fills the memory with made-up names.
@Singleton
class Attempts {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;
    private static final int REMEMBERED = 100_000;

    private final int free;
    private final Duration window;
    private final Cache<String, Wrong> wrong;

    private record Wrong(int count, Instant last) {}

    Attempts(Settings settings) {
        this.free = settings.signIn().wrong();
        this.window = settings.signIn().window();
        this.wrong = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(window)
                .build();
    }

    /// How long this key still has to wait; else counts the attempt as wrong until [#right] says otherwise, so that
    /// many at the same instant do not slip through together.
    Optional<Duration> begin(String key, Instant now) {
        var wait = new AtomicReference<Duration>(Duration.ZERO);
        wrong.asMap().compute(key, (same, before) -> {
            if (before != null && now.isBefore(freeAt(before))) {
                wait.set(Duration.between(now, freeAt(before)));
                return before;
            }
            return new Wrong(before == null ? 1 : before.count() + 1, now);
        });
        return Optional.of(wait.get()).filter(Duration::isPositive);
    }

    private Instant freeAt(Wrong lately) {
        if (lately.count() < free) {
            return lately.last();
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(lately.count() - free, MOST_DOUBLINGS));
        return lately.last().plus(wait.compareTo(window) > 0 ? window : wait);
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
