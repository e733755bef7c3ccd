package dev.parley.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// How often one address on the network may ask for mail or try a link, and how much mail is sent to one mailbox for
/// the asking. Counts alike whether there is an account or not, in memory only.
@ApplicationScoped
class AccountLimits {
    private static final int REMEMBERED = 100_000;
    private static final int MOST_OF_AN_ADDRESS = 10;
    private static final int MOST_TO_A_MAILBOX = 3;
    private static final int MOST_TRIES = 20;
    private static final Duration WHILE = Duration.ofHours(1);

    private final Cache<String, Deque<Instant>> counted = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(WHILE)
            .build();
    private final Settings settings;
    private final Clock clock;

    AccountLimits(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Somebody at this address on the network asks that this mailbox be written to.
    void asks(String address, String mailbox) {
        count("asks " + address, MOST_OF_AN_ADDRESS);
        count("mail " + mailbox, MOST_TO_A_MAILBOX);
    }

    /// Somebody at this address comes with a link.
    void tries(String address) {
        count("tries " + address, MOST_TRIES);
    }

    private void count(String key, int most) {
        if (settings.limits()) {
            counted.asMap().compute(key, (same, before) -> counted(before == null ? new ArrayDeque<>() : before, most));
        }
    }

    private Deque<Instant> counted(Deque<Instant> times, int most) {
        Instant now = clock.instant();
        times.removeIf(at -> !at.isAfter(now.minus(WHILE)));
        if (times.size() >= most) {
            Duration wait = Duration.between(now, times.getFirst().plus(WHILE));
            throw Refusal.wait(Code.TOO_MANY_ATTEMPTS, "too often within an hour", wait);
        }
        times.add(now);
        return times;
    }
}
