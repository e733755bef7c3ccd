package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectionsTest {
    @Inject
    Database database;

    @Inject
    ChannelStore store;

    @Inject
    Channels channels;

    @AfterEach
    void allOnAgain() {
        database.change(tx ->
                tx.handle().execute("delete from setting where name like 'direction.%' or name = 'chat.enabled'"));
    }

    @Test
    void allAreOnUntilSomebodyTurnsThemOff() {
        for (Direction direction : Direction.values()) {
            assertThat(directions().allowed(direction)).isTrue();
        }
    }

    @Test
    void oneCanBeOffWithoutTheOthers() {
        set("direction.agent_customer", "off");
        assertThat(directions().allowed(Direction.AGENT_CUSTOMER)).isFalse();
        assertThat(directions().allowed(Direction.AGENT_AGENT)).isTrue();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> directions().require(Direction.AGENT_CUSTOMER));
        assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN);
    }

    @Test
    void masterSwitchIsAboveThemAll() {
        set("chat.enabled", "false");
        for (Direction direction : Direction.values()) {
            assertThat(directions().allowed(direction)).isFalse();
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
        database.change(tx -> tx.handle().execute("insert into setting (name, value) values (?, ?)", name, value));
    }

    private Directions directions() {
        return new Directions(new DeskSettings(database, store));
    }
}
