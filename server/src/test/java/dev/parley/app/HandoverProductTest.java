package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A session moves from the frame into a window of its own.
@QuarkusTest
@TestProfile(Unlimited.class)
class HandoverProductTest {
    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    private final String secret = UUID.randomUUID().toString();
    private Desk desk;
    private Client maya;
    private Shop shop;
    private Shop.Answer rosa;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.administrator("maya");
        shop = Shop.of(product, desk, maya, Json.of());
        rosa = shop.starts(shop.form("Rosa", "hello", Json.of()), Optional.empty());
    }

    private int laysDown(Shop.Answer who, String given) {
        return shop.asks("/session/handover", Json.of("hash", hash(given)), Optional.of(who.token()))
                .status();
    }

    private Shop.Answer takesUp(String given) {
        return shop.asks("/session/handover/redeem", Json.of("secret", given), Optional.empty());
    }

    @Test
    void newWindowIsTheSamePersonWithASessionOfItsOwn() {
        assertThat(laysDown(rosa, secret)).isEqualTo(204);
        Shop.Answer window = takesUp(secret);
        assertThat(window.status()).isEqualTo(200);
        assertThat(window.person()).isEqualTo(rosa.person());
        assertThat(window.token()).isNotEqualTo(rosa.token());
        assertThat(window.setCookie().orElseThrow()).startsWith("__Host-v=" + window.token());
        String chat = rosa.body().at("/chat/id").asText();
        assertThat(shop.door(window).get("/chats/" + chat).get("status").asText())
                .isEqualTo("request");
        shop.door(window).delete("/session");
        assertThat(shop.door(rosa).get("/session").at("/me/name").asText()).isEqualTo("Rosa");
    }

    @Test
    void secretIsGoodOnce() {
        laysDown(rosa, secret);
        assertThat(takesUp(secret).status()).isEqualTo(200);
        assertNothing(takesUp(secret));
    }

    @Test
    void secretIsGoodForAMinute() {
        laysDown(rosa, secret);
        clock.pass(Duration.ofSeconds(61));
        assertNothing(takesUp(secret));
    }

    @Test
    void hashOrAnotherSecretOpensNothing() {
        laysDown(rosa, secret);
        for (String wrong : List.of(UUID.randomUUID().toString(), hash(secret), "", "short", "x".repeat(10_000))) {
            assertNothing(takesUp(wrong));
        }
        assertThat(takesUp(secret).status()).isEqualTo(200);
    }

    @Test
    void sessionThatEndedMeanwhileIsNotTakenUp() {
        laysDown(rosa, secret);
        shop.door(rosa).delete("/session");
        assertNothing(takesUp(secret));
    }

    @Test
    void newerHashTakesThePlaceOfTheOneBefore() {
        laysDown(rosa, secret);
        String newer = UUID.randomUUID().toString();
        laysDown(rosa, newer);
        assertNothing(takesUp(secret));
        assertThat(takesUp(newer).status()).isEqualTo(200);
    }

    @Test
    void onlyPublicUsersTakeTheirSessionsAlong() {
        for (Client client : List.of(maya, desk.customer("lena"))) {
            assertThatThrownBy(() -> client.door().post("/session/handover", Json.of("hash", hash(secret))))
                    .isRefusedWith(Code.FORBIDDEN);
        }
        assertThatThrownBy(() -> product.door().post("/session/handover", Json.of("hash", hash(secret))))
                .isRefusedWith(Code.UNAUTHENTICATED);
        assertNothing(takesUp(secret));
    }

    @Test
    void hashHasItsFormAndIsNobodyElses() {
        for (String wrong : List.of("", "abc", "A".repeat(64), "g".repeat(64))) {
            assertThatThrownBy(() -> shop.door(rosa).post("/session/handover", Json.of("hash", wrong)))
                    .isRefusedWith(Code.INVALID);
        }
        laysDown(rosa, secret);
        Shop.Answer eve = shop.starts(shop.form("Eve", "hello", Json.of()), Optional.empty());
        assertThat(laysDown(eve, secret)).isEqualTo(422);
        assertThat(takesUp(secret).person()).isEqualTo(rosa.person());
    }

    private static void assertNothing(Shop.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.setCookie()).isEmpty();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
