package dev.parley.load.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.desk.Desk;
import dev.parley.load.fake.FakeDesk;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final int MESSAGES = 200;

    private static Figures play(Proxy.Weather weather) throws IOException {
        Plan plan = Plan.of(MESSAGES, 4, 0, 400, 3).repeatingAfter(300);
        try (FakeDesk fake = new FakeDesk(FakeDesk.Mischief.NONE);
                Desk desk = Desk.running(fake.url(), "admin", "secret", Optional.empty());
                Proxy proxy = new Proxy(desk.url(), weather)) {
            return Play.run(desk, plan, proxy.url(), Disturbance.NONE);
        }
    }

    @Test
    void passesEverythingOnIfNobodyWantsAnythingElse() throws IOException {
        Figures figures = play(link -> {});

        assertThat(figures.sound()).as(figures.table()).isTrue();
        assertThat(figures.value("transmissions")).isEqualTo(MESSAGES);
    }

    @Test
    void theThiefTakesTheFirstAckOfEveryMessageAndOnlyThat() throws IOException {
        AckThief thief = new AckThief();

        Figures figures = play(thief);

        assertThat(figures.sound()).as(figures.table()).isTrue();
        assertThat(thief.stolen()).isEqualTo(MESSAGES);
        assertThat(thief.connectionsCut()).isPositive();
        assertThat(figures.value("transmissions")).isGreaterThanOrEqualTo(2 * MESSAGES);
    }
}
