package dev.parley.people;

import static dev.parley.people.PresenceRule.Readied.INTERNAL_ONLY;
import static dev.parley.people.PresenceRule.Readied.OUT_OF_OFFICE;
import static dev.parley.people.PresenceRule.Readied.SET_UNAVAILABLE;
import static dev.parley.people.PresenceRule.Readied.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PresenceRuleTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void whoIsActiveIsAvailable() {
        assertVerdict(PresenceRule.connected(THERE, 299_999, FIVE_MINUTES), Presence.State.AVAILABLE, "ACTIVE");
    }

    @Test
    void whoDidNothingForTheIdleLimitIsAway() {
        assertVerdict(PresenceRule.connected(THERE, 300_000, FIVE_MINUTES), Presence.State.AWAY, "IDLE");
    }

    @Test
    void whoIsNotThereForItIsUnavailableWhetherActiveOrIdle() {
        for (long idle : new long[] {0, 600_000}) {
            assertVerdict(
                    PresenceRule.connected(SET_UNAVAILABLE, idle, FIVE_MINUTES),
                    Presence.State.UNAVAILABLE,
                    "SET_UNAVAILABLE");
            assertVerdict(
                    PresenceRule.connected(INTERNAL_ONLY, idle, FIVE_MINUTES),
                    Presence.State.UNAVAILABLE,
                    "INTERNAL_ONLY");
            assertVerdict(
                    PresenceRule.connected(OUT_OF_OFFICE, idle, FIVE_MINUTES),
                    Presence.State.UNAVAILABLE,
                    "OUT_OF_OFFICE");
        }
    }

    @Test
    void whoSetHimselfUnavailableIsThereForNobody() {
        assertThat(PresenceRule.readied(Availability.UNAVAILABLE, false, false)).isEqualTo(SET_UNAVAILABLE);
        assertThat(PresenceRule.readied(Availability.UNAVAILABLE, false, true)).isEqualTo(SET_UNAVAILABLE);
    }

    @Test
    void internalIsThereForAgentsOnly() {
        assertThat(PresenceRule.readied(Availability.INTERNAL, false, false)).isEqualTo(THERE);
        assertThat(PresenceRule.readied(Availability.INTERNAL, false, true)).isEqualTo(INTERNAL_ONLY);
    }

    @Test
    void externalIsThereForBoth() {
        assertThat(PresenceRule.readied(Availability.EXTERNAL, false, false)).isEqualTo(THERE);
        assertThat(PresenceRule.readied(Availability.EXTERNAL, false, true)).isEqualTo(THERE);
    }

    @Test
    void outOfOfficeGoesBeforeWhatWasChosen() {
        for (Availability availability : Availability.values()) {
            assertThat(PresenceRule.readied(availability, true, false)).isEqualTo(OUT_OF_OFFICE);
            assertThat(PresenceRule.readied(availability, true, true)).isEqualTo(OUT_OF_OFFICE);
        }
    }

    @Test
    void withoutAConnectionOneIsGoneAfterTheGraceAndSignedOutAtOnce() {
        assertThat(PresenceRule.gone(false, 30_000)).isFalse();
        assertThat(PresenceRule.gone(false, 30_001)).isTrue();
        assertThat(PresenceRule.gone(true, 0)).isTrue();
        assertVerdict(PresenceRule.Verdict.GONE, Presence.State.OFFLINE, "GONE");
        assertVerdict(PresenceRule.Verdict.SIGNED_OUT, Presence.State.OFFLINE, "SIGNED_OUT");
    }

    private static void assertVerdict(PresenceRule.Verdict verdict, Presence.State state, String reason) {
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.reason().name()).isEqualTo(reason);
    }
}
