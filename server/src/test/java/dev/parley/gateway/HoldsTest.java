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
    private final UUID third = Ids.next();
    private final Holds holds = new Holds();

    HoldsTest() {
        holds.begin(chat, first, Code.TOO_FAST, 1, NOW);
    }

    @Test
    void whatComesBehindARefusedMessageIsRefused() {
        assertThat(holds.over(chat, second, 2, NOW)).contains(Code.TOO_FAST);
        assertThat(holds.over(new ChatId(Ids.next()), second, 2, NOW)).isEmpty();
    }

    @Test
    void itGoesOnWhenTheRefusedMessageComesAgain() {
        assertThat(holds.over(chat, first, 3, NOW)).isEmpty();
        assertThat(holds.over(chat, second, 2, NOW)).isEmpty();
    }

    @Test
    void itGoesOnWhenNothingHasComeForAWhile() {
        assertThat(holds.over(chat, second, 2, LONG_AFTER)).isEmpty();
    }

    @Test
    void whatIsStoredAfterAllHoldsNothingUp() {
        holds.stored(chat, second);
        assertThat(holds.over(chat, third, 2, NOW)).contains(Code.TOO_FAST);
        holds.stored(chat, third);
        holds.stored(chat, first);
        assertThat(holds.none()).isTrue();
        assertThat(holds.over(chat, second, 3, NOW)).isEmpty();
    }

    @Test
    void thenTheNextThatWasRefusedComesFirst() {
        assertThat(holds.over(chat, second, 2, NOW)).contains(Code.TOO_FAST);
        holds.stored(chat, first);
        assertThat(holds.over(chat, third, 3, NOW)).contains(Code.TOO_FAST);
        assertThat(holds.over(chat, second, 4, NOW)).isEmpty();
        assertThat(holds.over(chat, third, 5, NOW)).isEmpty();
    }

    @Test
    void whatArrivedFirstIsNextThoughItWasRefusedLater() {
        assertThat(holds.over(chat, third, 3, NOW)).contains(Code.TOO_FAST);
        holds.begin(chat, second, Code.UNAVAILABLE, 2, NOW);
        holds.stored(chat, first);
        assertThat(holds.over(chat, third, 4, NOW)).contains(Code.TOO_FAST);
        assertThat(holds.over(chat, second, 5, NOW)).isEmpty();
    }
}
