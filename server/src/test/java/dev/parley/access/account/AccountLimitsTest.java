package dev.parley.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.access.MovableClock;
import dev.parley.app.Json;
import dev.parley.app.Product;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountLimitsTest {
    @Inject
    Settings settings;

    @Inject
    Product product;

    private final MovableClock clock = new MovableClock();
    private AccountLimits limits;

    @BeforeEach
    void fresh() {
        limits = new AccountLimits(settings, clock);
    }

    @Test
    void oneMailboxIsWrittenToThreeTimesAnHourWhoeverAsks() {
        for (int i = 0; i < 3; i++) {
            limits.asks("192.0.2." + i, "lena@example.com");
            clock.pass(Duration.ofMinutes(10));
        }
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> limits.asks("192.0.2.9", "lena@example.com"));
        assertThat(refusal.code()).isEqualTo(Code.TOO_MANY_ATTEMPTS);
        assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(30));
        limits.asks("192.0.2.9", "owen@example.com");
        clock.pass(Duration.ofMinutes(30));
        limits.asks("192.0.2.9", "lena@example.com");
    }

    @Test
    void oneAddressAsksTenTimesAnHour() {
        for (int i = 0; i < 10; i++) {
            limits.asks("192.0.2.1", i + "@example.com");
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> limits.asks("192.0.2.1", "x@example.com")))
                .isNotNull();
        limits.asks("192.0.2.2", "x@example.com");
    }

    @Test
    void oneAddressTriesTwentyLinksAnHour() {
        for (int i = 0; i < 20; i++) {
            limits.tries("192.0.2.1");
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> limits.tries("192.0.2.1")))
                .isNotNull();
    }

    @Test
    void withoutAMailServerNobodyIsPromisedMail() {
        assertThat(product.door().get("/desk").get("registration").asBoolean()).isFalse();
        assertThat(product.door().get("/desk").get("passwordReset").asBoolean()).isFalse();
        for (String path : new String[] {"/registrations", "/password-resets"}) {
            String body = Json.of("as", "agent", "email", "lena@example.com").toString();
            assertThat(product.door().ask("POST", path, body).statusCode()).isEqualTo(403);
        }
    }
}
