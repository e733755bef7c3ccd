package dev.parley.widget.visitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// So much within a while for each key, and no more. What it remembers is bounded, so that nobody fills the memory with
/// made-up keys.
final class Pace {
    private static final int REMEMBERED = 100_000;

    private final int most;
    private final Duration window;
    private final Cache<String, Spell> spells;

    /// What was counted since a spell began.
    private record Spell(Instant began, int count) {}

    Pace(int most, Duration window) {
        this.most = most;
        this.window = window;
        this.spells = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(window)
                .build();
    }

    /// How long until there is room again; nothing, while there is.
    Optional<Duration> full(String key, Instant now) {
        return Optional.ofNullable(spells.getIfPresent(key))
                .filter(spell ->
                        spell.count() >= most && now.isBefore(spell.began().plus(window)))
                .map(spell -> Duration.between(now, spell.began().plus(window)));
    }

    void count(String key, Instant now) {
        spells.asMap()
                .compute(
                        key,
                        (same, spell) ->
                                spell == null || !now.isBefore(spell.began().plus(window))
                                        ? new Spell(now, 1)
                                        : new Spell(spell.began(), spell.count() + 1));
    }
}
