package dev.parley.load.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static Latencies millis(int from, int to) {
        Latencies latencies = new Latencies();
        for (int i = to; i >= from; i--) {
            latencies.add(i * 1_000_000L);
        }
        return latencies;
    }

    @Test
    void percentilesAreTheNearestRank() {
        Latencies latencies = millis(1, 100);

        assertThat(latencies.percentileMillis(50)).isEqualTo(50);
        assertThat(latencies.percentileMillis(99)).isEqualTo(99);
        assertThat(latencies.percentileMillis(99.9)).isEqualTo(100);
        assertThat(latencies.percentileMillis(100)).isEqualTo(100);
    }

    @Test
    void oneLatencyIsEveryPercentileAndNoneIsNothing() {
        assertThat(millis(7, 7).percentileMillis(1)).isEqualTo(7);
        assertThat(new Latencies().percentileMillis(99)).isZero();
    }

    @Test
    void joinsThoseOfSeveralLoops() {
        Latencies all = Latencies.joined(List.of(millis(1, 50), millis(51, 100)));

        assertThat(all.count()).isEqualTo(100);
        assertThat(all.percentileMillis(75)).isEqualTo(75);
    }

    @Test
    void holdsMoreThanItsFirstRoom() {
        assertThat(millis(1, 200_000).percentileMillis(50)).isEqualTo(100_000);
    }
}
