package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private static final long NOW = 1_000;
    private static final long LONG_AFTER = NOW + Duration.ofSeconds(3).toNanos();

    private final ChatId chat = new ChatId(Ids.next());
    private final UUID first = Ids.next();
    private final UUID second = Ids.next();
    private final Holds holds = new Holds();

    HoldsTest() {
        holds.begin(chat, first, Code.TOO_FAST, NOW);
    }

    @Test
    void whatComesBehindARefusedMessageIsRefused() {
        assertThat(holds.over(chat, second, NOW)).contains(Code.TOO_FAST);
        assertThat(holds.over(new ChatId(Ids.next()), second, NOW)).isEmpty();
    }

    @Test
    void itGoesOnWhenTheRefusedMessageComesAgain() {
        assertThat(holds.over(chat, first, NOW)).isEmpty();
        assertThat(holds.over(chat, second, NOW)).isEmpty();
    }

    @Test
    void itGoesOnWhenNothingHasComeForAWhile() {
        assertThat(holds.over(chat, second, LONG_AFTER)).isEmpty();
    }

    @Test
    void aMessageWhoseRepeatWasRefusedHoldsNothingUpOnceItIsStored() {
        holds.stored(chat, second);
        assertThat(holds.over(chat, second, NOW)).contains(Code.TOO_FAST);
        holds.stored(chat, first);
        assertThat(holds.over(chat, second, NOW)).isEmpty();
    }
}
