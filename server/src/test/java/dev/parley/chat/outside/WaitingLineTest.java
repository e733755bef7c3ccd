package dev.parley.chat.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final int MOST = 3;

    private static WaitingLine waiting(long... minutesAfterNoon) {
        return new WaitingLine(
                java.util.Arrays.stream(minutesAfterNoon)
                        .mapToObj(minutes -> NOON.plus(Duration.ofMinutes(minutes)))
                        .toList(),
                MOST,
                List.of());
    }

    private static WaitingLine accepted(Integer... seconds) {
        return new WaitingLine(
                List.of(), MOST, Stream.of(seconds).map(Duration::ofSeconds).toList());
    }

    @Test
    void whoeverWaitsLongestIsFirst() {
        assertThat(waiting(0, 1, 2).position(NOON)).contains(1);
        assertThat(waiting(0, 1, 2).position(NOON.plus(Duration.ofMinutes(2)))).contains(3);
    }

    @Test
    void whoeverCameSinceTheLastLookIsBehindAllOthers() {
        assertThat(waiting(0, 1).position(NOON.plus(Duration.ofMinutes(5)))).contains(3);
        assertThat(waiting().position(NOON)).contains(1);
    }

    @Test
    void thoseBehindALineThatIsFullAreToldNothing() {
        assertThat(waiting(0, 1, 2).position(NOON.plus(Duration.ofMinutes(5)))).isEmpty();
        assertThat(waiting(0, 1, 2).position(NOON.plus(Duration.ofMinutes(1)))).contains(2);
    }

    @Test
    void typicalIsTheMedianAndNotTheMean() {
        assertThat(accepted(600, 10, 30).typical()).contains(Duration.ofSeconds(30));
        assertThat(accepted(600, 10, 30, 50).typical()).contains(Duration.ofSeconds(40));
    }

    @Test
    void fewerThanThreeTellNothing() {
        assertThat(accepted().typical()).isEmpty();
        assertThat(accepted(10, 20).typical()).isEmpty();
    }
}
