package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void grantsABurstAndThenSoManyASecond() {
        Allowance allowance = new Allowance(10, 1, 0);
        for (int i = 0; i < 10; i++) {
            assertThat(allowance.take(0)).isTrue();
        }
        assertThat(allowance.take(0)).isFalse();
        assertThat(allowance.take(SECOND)).isTrue();
        assertThat(allowance.take(SECOND)).isFalse();
    }

    @Test
    void savesUpNoMoreThanABurst() {
        Allowance allowance = new Allowance(2, 1, 0);
        long later = 100 * SECOND;
        assertThat(allowance.take(later)).isTrue();
        assertThat(allowance.take(later)).isTrue();
        assertThat(allowance.take(later)).isFalse();
    }
}
