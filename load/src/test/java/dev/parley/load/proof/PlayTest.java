package dev.parley.load.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.desk.Desk;
import dev.parley.load.fake.FakeDesk;
import dev.parley.load.speed.Figures;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlayTest {
    private static Figures play(FakeDesk.Mischief mischief) throws IOException {
        try (FakeDesk fake = new FakeDesk(mischief);
                Desk desk = Desk.running(fake.url(), "admin", "secret", Optional.empty())) {
            return Play.run(desk, Plan.of(300, 6, 0, 500, 4), Disturbance.NONE);
        }
    }

    @Test
    void aDeskThatKeepsItsPromiseHasNothingButZeros() throws IOException {
        Figures figures = play(FakeDesk.Mischief.NONE);

        assertThat(figures.sound()).as(figures.table()).isTrue();
        assertThat(figures.value("messages")).isEqualTo(300);
        for (Fault fault : Fault.values()) {
            assertThat(figures.value(fault.figure())).as(fault.figure()).isZero();
        }
    }

    @Test
    void anAckWithoutARowIsFound() throws IOException {
        Figures figures = play(FakeDesk.Mischief.ACKS_WHAT_IT_DOES_NOT_STORE);

        assertThat(figures.sound()).isFalse();
        assertThat(figures.value("acksWithoutRow")).isPositive();
    }

    @Test
    void aNoteShownToOutsidersIsFound() throws IOException {
        Figures figures = play(FakeDesk.Mischief.SHOWS_NOTES_TO_OUTSIDERS);

        assertThat(figures.sound()).isFalse();
        assertThat(figures.value("leaks")).isPositive();
    }

    @Test
    void anEntryToldTwiceIsFound() throws IOException {
        Figures figures = play(FakeDesk.Mischief.TELLS_TWICE);

        assertThat(figures.value("doubled")).isPositive();
    }
}
