package dev.parley.widget.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Json;
import dev.parley.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tokens that the manual shows are what it says they are.
class JwtVectorsTest {
    private static final JsonNode VECTORS = vectors();
    private static final SigningKeys KEYS = new SigningKeys(
            List.of(text("/hs256/secret")),
            List.of(SigningKeys.publicKey(text("/es256/publicKey")).orElseThrow()));

    @Test
    void bothTokensSayWhoTheVisitorIs() {
        for (String algorithm : List.of("hs256", "es256")) {
            IdentityToken token = verified(VECTORS.at("/" + algorithm + "/token"), VECTORS.get("now"));
            assertThat(token.subject()).isEqualTo("customer-4711");
            assertThat(token.name()).contains("Rosa Lindqvist");
            assertThat(token.email()).contains("rosa@example.com");
            assertThat(token.locale()).contains("en");
            assertThat(token.customer()).contains("Alpenhaus Sports GmbH");
            assertThat(token.attributes().values())
                    .isEqualTo(Map.of("plan", "gold", "orders", 12L, "newsletter", true));
        }
    }

    @Test
    void hs256TokenIsMadeFromTheTextsByteForByte() throws GeneralSecurityException {
        String signed = base64(text("/hs256/header")) + "." + base64(text("/hs256/claims"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(text("/hs256/secret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        assertThat(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature))
                .isEqualTo(text("/hs256/token"));
    }

    @Test
    void es256TokenHoldsTheTextsThatItSaysItHolds() {
        assertThat(text("/es256/token"))
                .startsWith(base64(text("/es256/header")) + "." + base64(text("/es256/claims")) + ".");
    }

    static Stream<JsonNode> refused() {
        return Json.list(VECTORS.get("refused")).stream();
    }

    @ParameterizedTest
    @MethodSource
    void refused(JsonNode vector) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> verified(vector.get("token"), vector.get("now")));
        assertThat(Optional.ofNullable(refusal).map(Refusal::fields))
                .as(vector.get("why").asText())
                .contains(Map.of("token", vector.get("reason").asText()));
    }

    private static IdentityToken verified(JsonNode token, JsonNode now) {
        return IdentityToken.verified(token.asText(), text("/widget"), KEYS, Instant.ofEpochSecond(now.asLong()));
    }

    private static String text(String pointer) {
        return VECTORS.at(pointer).asText();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode vectors() {
        try (InputStream file = JwtVectorsTest.class.getResourceAsStream("/jwt-vectors.json")) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
