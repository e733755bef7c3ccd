package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Attempts attempts = new Attempts(SomeSettings.of(Map.of()));

    @Test
    void fiveAreFree() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.begin("anna", NOW)).isEmpty();
        }
        assertThat(attempts.begin("anna", NOW)).contains(Duration.ofSeconds(30));
    }

    @Test
    void deskMayGrantFewer() {
        var strict = new Attempts(SomeSettings.of(Map.of("parley.sign-in.wrong", "1", "parley.sign-in.window", "60s")));
        assertThat(strict.begin("anna", NOW)).isEmpty();
        assertThat(strict.begin("anna", NOW)).contains(Duration.ofSeconds(30));
        strict.begin("anna", NOW.plusSeconds(30));
        strict.begin("anna", NOW.plusSeconds(90));
        assertThat(strict.begin("anna", NOW.plusSeconds(90))).contains(Duration.ofSeconds(60));
    }

    @Test
    void eachFurtherOneDoublesTheWaitUpToAQuarterOfAnHour() {
        spend("anna");
        Instant now = NOW;
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(attempts.begin("anna", now)).contains(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
            assertThat(attempts.begin("anna", now)).isEmpty();
        }
    }

    @Test
    void waitingIsNotProlongedByTrying() {
        spend("anna");
        attempts.begin("anna", NOW.plusSeconds(10));
        assertThat(attempts.begin("anna", NOW.plusSeconds(20))).contains(Duration.ofSeconds(10));
    }

    @Test
    void othersDoNotWait() {
        spend("anna");
        assertThat(attempts.begin("ben", NOW)).isEmpty();
    }

    @Test
    void aRightOneIsNotCounted() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempts.begin("office", NOW)).isEmpty();
            attempts.right("office");
        }
    }

    @Test
    void whoSignsInStartsAnew() {
        spend("anna");
        attempts.forget("anna");
        assertThat(attempts.begin("anna", NOW)).isEmpty();
    }

    private void spend(String key) {
        for (int i = 0; i < 5; i++) {
            attempts.begin(key, NOW);
        }
    }
}
