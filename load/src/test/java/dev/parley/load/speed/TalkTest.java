package dev.parley.load.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.desk.Desk;
import dev.parley.load.fake.FakeDesk;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static Desk desk(FakeDesk fake) {
        return Desk.running(
                fake.url(),
                "admin",
                "secret",
                Optional.of(ProcessHandle.current().pid()));
    }

    private static Figures talk(FakeDesk.Mischief mischief) throws IOException {
        try (FakeDesk fake = new FakeDesk(mischief);
                Desk desk = desk(fake);
                Floor floor = new Floor(desk, 4, 2)) {
            return new Talk(desk, floor).closedLoop(0, 1);
        }
    }

    @Test
    void countsWhatReachedAllThree() throws IOException {
        Figures figures = talk(FakeDesk.Mischief.NONE);

        assertThat(figures.sound()).as(figures.table()).isTrue();
        assertThat(figures.json()).contains("messagesPerSecond", "p50Ms", "p99Ms", "serverCpuMsPer1000", "serverRssMb");
    }

    @Test
    void anEntryThatNeverComesMakesTheRunFail() throws IOException {
        assertThat(talk(FakeDesk.Mischief.FORGETS_AN_ENTRY).json()).contains("did not reach everybody");
    }

    @Test
    void anEntryThatComesTwiceMakesTheRunFail() throws IOException {
        assertThat(talk(FakeDesk.Mischief.TELLS_TWICE).json()).contains("a number again");
    }

    @Test
    void keepsToTheRate() throws IOException {
        try (FakeDesk fake = new FakeDesk(FakeDesk.Mischief.NONE);
                Desk desk = desk(fake);
                Floor floor = new Floor(desk, 4, 2)) {
            Figures figures = new Talk(desk, floor).paced(100, 0, 2);

            assertThat(figures.sound()).as(figures.table()).isTrue();
            assertThat(figures.value("messages")).isBetween(150.0, 205.0);
        }
    }

    @Test
    void everybodyComesBackWithWhatHeMissed() throws IOException {
        try (FakeDesk fake = new FakeDesk(FakeDesk.Mischief.NONE);
                Desk desk = desk(fake)) {
            Figures figures = new Storm(desk).measure(10, 5, false);

            assertThat(figures.sound()).as(figures.table()).isTrue();
            assertThat(figures.value("clients")).isEqualTo(10);
            assertThat(figures.value("secondsUntilLive")).isPositive();
        }
    }

    @Test
    void peopleComeInDocumentsAndStayConnected() throws IOException {
        try (FakeDesk fake = new FakeDesk(FakeDesk.Mischief.NONE);
                Desk desk = desk(fake)) {
            Figures figures = new Idle(desk).measure(320, 0);

            assertThat(figures.sound()).as(figures.table()).isTrue();
            assertThat(fake.imported()).isEqualTo(320);
            assertThat(figures.json()).contains("kbPerConnection");
        }
    }
}
