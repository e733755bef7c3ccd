package dev.parley.widget.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    private final Pace pace = new Pace(2, Duration.ofMinutes(1));

    @Test
    void thereIsRoomUntilItIsFullAndAgainAfterAWhile() {
        pace.count("a", NOW);
        assertThat(pace.full("a", NOW)).isEmpty();
        pace.count("a", NOW.plusSeconds(10));
        assertThat(pace.full("a", NOW.plusSeconds(20))).contains(Duration.ofSeconds(40));
        assertThat(pace.full("b", NOW.plusSeconds(20))).isEmpty();
        assertThat(pace.full("a", NOW.plusSeconds(60))).isEmpty();
        pace.count("a", NOW.plusSeconds(60));
        assertThat(pace.full("a", NOW.plusSeconds(60))).isEmpty();
    }
}
