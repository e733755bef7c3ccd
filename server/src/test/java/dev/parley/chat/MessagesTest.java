package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static Code refused(String text) {
        return catchThrowableOfType(Refusal.class, () -> Messages.requireText(text))
                .code();
    }

    @Test
    void takesFourThousandCodePointsButNotOneMore() {
        assertThatCode(() -> Messages.requireText("😀".repeat(4_000))).doesNotThrowAnyException();
        assertThat(refused("a".repeat(4_001))).isEqualTo(Code.TOO_LONG);
        assertThat(refused("😀".repeat(4_001))).isEqualTo(Code.TOO_LONG);
    }

    @Test
    void refusesWhatShowsNothing() {
        assertThat(refused(" \n\t ")).isEqualTo(Code.EMPTY);
        assertThat(refused("")).isEqualTo(Code.EMPTY);
    }

    @Test
    void refusesWhatNoDatabaseKeeps() {
        assertThat(refused("a\u0000b")).isEqualTo(Code.MALFORMED);
        assertThat(refused("half a pair \ud83d")).isEqualTo(Code.MALFORMED);
        assertThat(refused("\ude00 the other half")).isEqualTo(Code.MALFORMED);
    }
}
