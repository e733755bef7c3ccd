package dev.parley.load.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.desk.Desk;
import dev.parley.load.fake.FakeDesk;
import dev.parley.load.speed.Figures;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static Figures proof(FakeDesk.Mischief mischief) throws IOException {
        try (FakeDesk fake = new FakeDesk(mischief);
                Desk desk = Desk.running(fake.url(), "admin", "secret", Optional.empty())) {
            return Proof.run(desk, new Proof.Plan(300, 6, 0, 500, false, 4));
        }
    }

    @Test
    void aDeskThatKeepsItsPromiseHasNothingButZeros() throws IOException {
        Figures figures = proof(FakeDesk.Mischief.NONE);

        assertThat(figures.sound()).as(figures.table()).isTrue();
        assertThat(figures.value("messages")).isEqualTo(300);
        for (Fault fault : Fault.values()) {
            assertThat(figures.value(fault.figure())).as(fault.figure()).isZero();
        }
    }

    @Test
    void anAckWithoutARowIsFound() throws IOException {
        Figures figures = proof(FakeDesk.Mischief.ACKS_WHAT_IT_DOES_NOT_STORE);

        assertThat(figures.sound()).isFalse();
        assertThat(figures.value("acksWithoutRow")).isPositive();
    }

    @Test
    void aNoteShownToOutsidersIsFound() throws IOException {
        Figures figures = proof(FakeDesk.Mischief.SHOWS_NOTES_TO_OUTSIDERS);

        assertThat(figures.sound()).isFalse();
        assertThat(figures.value("leaks")).isPositive();
    }

    @Test
    void anEntryToldTwiceIsFound() throws IOException {
        Figures figures = proof(FakeDesk.Mischief.TELLS_TWICE);

        assertThat(figures.value("doubled")).isPositive();
    }
}
