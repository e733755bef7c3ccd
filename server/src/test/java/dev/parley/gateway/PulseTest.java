package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final long OPENED = -5_000_000_000L;

    private final Pulse pulse = new Pulse(OPENED);

    @Test
    void beatsWhenNothingWasSaidFor25Seconds() {
        assertThat(pulse.beatDue(after(24))).isFalse();
        assertThat(pulse.beatDue(after(25))).isTrue();
        pulse.said(after(25));
        assertThat(pulse.beatDue(after(49))).isFalse();
        assertThat(pulse.beatDue(after(50))).isTrue();
    }

    @Test
    void pingsEvery25SecondsWhateverIsSaid() {
        pulse.said(after(24));
        assertThat(pulse.pingDue(after(25))).isTrue();
        assertThat(pulse.pingDue(after(49))).isFalse();
        assertThat(pulse.pingDue(after(50))).isTrue();
    }

    @Test
    void isDeadWhenNothingWasHeardFor35Seconds() {
        pulse.heard(after(10));
        assertThat(pulse.dead(after(45))).isFalse();
        assertThat(pulse.dead(after(46))).isTrue();
    }

    private static long after(int seconds) {
        return OPENED + Duration.ofSeconds(seconds).toNanos();
    }
}
