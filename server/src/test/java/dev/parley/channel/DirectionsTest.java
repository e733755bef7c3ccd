package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.access.settings.DeskSettings;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectionsTest {
    @Inject
    DeskSettings settings;

    @Inject
    Directions directions;

    @Inject
    Channels channels;

    @AfterEach
    void allOnAgain() {
        settings.change(Map.of("direction.agent_customer", "", "chat.enabled", ""));
    }

    @Test
    void allAreOnUntilSomebodyTurnsThemOff() {
        for (Direction direction : Direction.values()) {
            assertThat(directions.allowed(direction)).isTrue();
        }
    }

    @Test
    void oneCanBeOffWithoutTheOthers() {
        set("direction.agent_customer", "off");
        assertThat(directions.allowed(Direction.AGENT_CUSTOMER)).isFalse();
        assertThat(directions.allowed(Direction.AGENT_AGENT)).isTrue();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> directions.require(Direction.AGENT_CUSTOMER));
        assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN);
    }

    @Test
    void masterSwitchIsAboveThemAll() {
        set("chat.enabled", "off");
        for (Direction direction : Direction.values()) {
            assertThat(directions.allowed(direction)).isFalse();
        }
    }

    @Test
    void freshDeskHasItsDefaultChannel() {
        ChatChannel channel = channels.defaultChannel();
        assertThat(channel.valid()).isTrue();
        assertThat(channels.valid()).first().isEqualTo(channel);
        assertThat(channels.named(channel.name().toUpperCase(java.util.Locale.ROOT)))
                .contains(channel);
        assertThat(channel.limits().missedAfter()).isEqualTo(java.time.Duration.ofMinutes(30));
    }

    private void set(String name, String value) {
        settings.change(Map.of(name, value));
    }
}
