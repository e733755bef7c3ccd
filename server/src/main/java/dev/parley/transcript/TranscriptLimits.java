package dev.parley.transcript;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// How many transcripts one person may ask for: each reads a whole chat.
@Singleton
class TranscriptLimits {
    static final int MOST = 10;
    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private final Settings settings;
    private final Clock clock;
    private final Cache<PersonId, List<Instant>> lately = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(WHILE)
            .build();

    TranscriptLimits(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void requireRoom(PersonId person) {
        if (settings.limits()) {
            lately.asMap().merge(person, List.of(clock.instant()), TranscriptLimits::withOneMore);
        }
    }

    private static List<Instant> withOneMore(List<Instant> before, List<Instant> asked) {
        Instant now = asked.getFirst();
        List<Instant> counted =
                before.stream().filter(at -> at.isAfter(now.minus(WHILE))).toList();
        if (counted.size() >= MOST) {
            throw Refusal.wait(
                    Code.TOO_FAST,
                    "too many transcripts within a minute",
                    Duration.between(now.minus(WHILE), counted.getFirst()));
        }
        return Stream.concat(counted.stream(), asked.stream()).toList();
    }
}
