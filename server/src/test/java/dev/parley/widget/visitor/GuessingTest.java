package dev.parley.widget.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.access.MovableClock;
import dev.parley.access.Sessions;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Who tries tokens or secrets is slowed down, and his neighbours are not.
@QuarkusTest
class GuessingTest {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    @Inject
    Database database;

    @Inject
    VisitorStore store;

    @Inject
    WidgetKeys keys;

    @Inject
    Sessions sessions;

    @Inject
    Settings settings;

    private final MovableClock clock = new MovableClock();

    @Test
    void afterThirtyRefusedTokensNoneIsLookedAtForAWhile() {
        var tokens = new IdentityTokens(database, store, keys, settings, clock);
        for (int i = 0; i < 30; i++) {
            assertThatRefused(Code.IDENTITY_REFUSED, () -> tokens.attempt(HERE, GuessingTest::refused));
        }
        Refusal slowed = assertThatRefused(Code.TOO_MANY_ATTEMPTS, () -> tokens.attempt(HERE, () -> "good"));
        assertThat(slowed.retryAfter()).contains(Duration.ofMinutes(10));
        assertThat(tokens.attempt(ELSEWHERE, () -> "good")).isEqualTo("good");
        clock.pass(Duration.ofMinutes(10));
        assertThat(tokens.attempt(HERE, () -> "good")).isEqualTo("good");
    }

    @Test
    void goodTokensDoNotCount() {
        var tokens = new IdentityTokens(database, store, keys, settings, clock);
        for (int i = 0; i < 100; i++) {
            assertThat(tokens.attempt(HERE, () -> "good")).isEqualTo("good");
        }
    }

    @Test
    void afterTwentyWrongSecretsNoneIsLookedAtForAWhile() {
        var handovers = new Handovers(database, sessions, settings, clock);
        for (int i = 0; i < 20; i++) {
            assertThatRefused(Code.UNAUTHENTICATED, () -> handovers.takeUp("x".repeat(32), HERE, ""));
        }
        assertThatRefused(Code.TOO_MANY_ATTEMPTS, () -> handovers.takeUp("x".repeat(32), HERE, ""));
        assertThatRefused(Code.UNAUTHENTICATED, () -> handovers.takeUp("x".repeat(32), ELSEWHERE, ""));
        clock.pass(Duration.ofMinutes(10));
        assertThatRefused(Code.UNAUTHENTICATED, () -> handovers.takeUp("x".repeat(32), HERE, ""));
    }

    private static String refused() {
        throw Refusal.identity("signature", "wrong");
    }

    private static Refusal assertThatRefused(Code code, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
