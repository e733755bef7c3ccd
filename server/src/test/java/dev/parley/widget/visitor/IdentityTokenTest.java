package dev.parley.widget.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final String SECRET = "a secret of more than thirty-two bytes";
    private static final String PREVIOUS = "the secret that was good before this one";
    private static final ECKey KEY = Signer.newKey(Curve.P_256);
    private static final SigningKeys KEYS = new SigningKeys(
            List.of(SECRET, PREVIOUS),
            List.of(SigningKeys.publicKey(Signer.pem(KEY)).orElseThrow()));

    private final Map<String, Object> claims = Signer.claims("shop", "user-1", NOW);

    @Test
    void bothAlgorithmsAndThePreviousSecretAreGood() {
        for (String token :
                List.of(Signer.hs256(SECRET, claims), Signer.hs256(PREVIOUS, claims), Signer.es256(KEY, claims))) {
            assertThat(verified(token, NOW).subject()).isEqualTo("user-1");
        }
    }

    @Test
    void audienceMayBeOneOfSeveral() {
        claims.put("aud", List.of("other", "shop"));
        assertThat(verified(Signer.hs256(SECRET, claims), NOW).id()).isEqualTo(claims.get("jti"));
    }

    @Test
    void foreignAudienceIsRefused() {
        for (Object audience : List.of("other", "shop2", List.of("other"), List.of(), 5, Map.of("shop", true))) {
            assertThatClaim("aud", audience).isEqualTo("audience");
        }
    }

    @Test
    void tokenIsGoodUntilItExpires() {
        String token = Signer.hs256(SECRET, claims);
        assertThat(verified(token, NOW.plusSeconds(299)).subject()).isEqualTo("user-1");
        assertThatReason(token, NOW.plusSeconds(300)).isEqualTo("expired");
    }

    @Test
    void clockOfThePagesServerMayBeHalfAMinuteAhead() {
        String token = Signer.hs256(SECRET, claims);
        assertThat(verified(token, NOW.minusSeconds(30)).subject()).isEqualTo("user-1");
        assertThatReason(token, NOW.minusSeconds(31)).isEqualTo("not_yet");
        assertThatClaim("nbf", NOW.getEpochSecond() + 31).isEqualTo("not_yet");
    }

    @Test
    void longestLifeIsTenMinutes() {
        claims.put("exp", NOW.getEpochSecond() + 600);
        assertThat(verified(Signer.hs256(SECRET, claims), NOW).expiresAt()).isEqualTo(NOW.plusSeconds(600));
        assertThatClaim("exp", NOW.getEpochSecond() + 601).isEqualTo("lifetime");
        assertThatClaim("exp", NOW.getEpochSecond() + 601.9).isEqualTo("lifetime");
    }

    @Test
    void otherSignaturesAreRefused() {
        assertThatReason(Signer.hs256("another secret of more than thirty-two bytes", claims), NOW)
                .isEqualTo("signature");
        assertThatReason(Signer.es256(Signer.newKey(Curve.P_256), claims), NOW).isEqualTo("signature");
        String good = Signer.hs256(SECRET, claims);
        assertThatReason(good.substring(0, good.length() - 4) + "AAAA", NOW).isEqualTo("signature");
        assertThatReason(good.substring(0, good.lastIndexOf('.') + 1) + "AAAA", NOW)
                .isEqualTo("signature");
        String ec = Signer.es256(KEY, claims);
        assertThatReason(ec.substring(0, ec.lastIndexOf('.') + 1) + "A".repeat(86), NOW)
                .isEqualTo("signature");
    }

    @Test
    void changedClaimsAreRefused() {
        String[] good = Signer.hs256(SECRET, claims).split("\\.");
        claims.put("sub", "somebody-else");
        String[] other = Signer.hs256(SECRET, claims).split("\\.");
        assertThatReason(good[0] + "." + other[1] + "." + good[2], NOW).isEqualTo("signature");
    }

    @Test
    void unsignedIsRefused() {
        for (String header :
                List.of("{\"alg\":\"none\"}", "{\"alg\":\"NONE\"}", "{\"alg\":\"nOnE\"}", "{}", "{\"alg\":5}")) {
            assertThatReason(base64(header) + "." + base64(new Payload(claims).toString()) + ".", NOW)
                    .isEqualTo("algorithm");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512", "RS256", "ES384", "ES256K", "EdDSA", "hs256", "HS256 "})
    void otherAlgorithmsAreRefused(String algorithm) {
        String[] good = Signer.hs256(SECRET, claims).split("\\.");
        String header = base64("{\"alg\":\"" + algorithm + "\"}");
        assertThatReason(header + "." + good[1] + "." + good[2], NOW).isEqualTo("algorithm");
    }

    @Test
    void publicKeyIsNoSecret() throws JOSEException {
        String pem = Signer.pem(KEY);
        byte[] der = KEY.toECPublicKey().getEncoded();
        for (String confused : List.of(pem, pem.strip(), Base64.getEncoder().encodeToString(der))) {
            assertThatReason(Signer.hs256(confused, claims), NOW).isEqualTo("signature");
            var onlyPublic = new SigningKeys(List.of(), KEYS.publicKeys());
            assertThatReason(Signer.hs256(confused, claims), onlyPublic, NOW).isEqualTo("algorithm");
        }
    }

    @Test
    void withoutKeysNothingIsGood() {
        var none = new SigningKeys(List.of(), List.of());
        assertThatReason(Signer.hs256(SECRET, claims), none, NOW).isEqualTo("algorithm");
        assertThatReason(Signer.es256(KEY, claims), none, NOW).isEqualTo("algorithm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "sub", "iat", "exp", "jti"})
    void whatMustBeThereIsRequired(String claim) {
        claims.remove(claim);
        assertThatReason(Signer.hs256(SECRET, claims), NOW).isEqualTo("required");
    }

    @Test
    void whatMustBeThereHasItsForm() {
        for (String claim : List.of("sub", "jti")) {
            for (Object wrong :
                    List.of("", "  ", "x".repeat(201), "a\nb", "a\u202Eb", 5, List.of("a"), Map.of("a", 1))) {
                assertThatClaim(claim, wrong).isEqualTo("format");
            }
        }
        for (String claim : List.of("iat", "exp")) {
            for (Object wrong : List.of("1796029200", -1, Long.MAX_VALUE, true, List.of(1))) {
                assertThatClaim(claim, wrong).isEqualTo("format");
            }
        }
        assertThatClaim("sub", "\u200B\u200D").isEqualTo("format");
    }

    @Test
    void whatMayBeThereIsMadeToFit() {
        claims.put("name", "\u202EEve\u0007 " + "x".repeat(1_000));
        claims.put("customer", "  ACME\n" + "y".repeat(300));
        claims.put("attributes", Map.of("plan", "z".repeat(300)));
        claims.put("attributes", new LinkedHashMap<>(Map.of("plan", "z".repeat(300))));
        IdentityToken token = verified(Signer.hs256(SECRET, claims), NOW);
        assertThat(token.displayName().value()).startsWith("Eve xxx").hasSize(64);
        assertThat(token.customer().orElseThrow()).startsWith("ACME yyy").hasSize(200);
        assertThat(token.attributes().values().get("plan")).isEqualTo("z".repeat(200));
    }

    @Test
    void withoutANameHeIsCalledByHisAddressOrHisSubject() {
        claims.put("name", " \u200B ");
        assertThat(verified(Signer.hs256(SECRET, claims), NOW).displayName().value())
                .isEqualTo("user-1");
        claims.put("email", "rosa@example.com");
        assertThat(verified(Signer.hs256(SECRET, claims), NOW).displayName().value())
                .isEqualTo("rosa@example.com");
    }

    @Test
    void whatMayBeThereHasItsShape() {
        for (String claim : List.of("name", "email", "locale", "customer")) {
            assertThatClaim(claim, 5).isEqualTo("format");
            assertThatClaim(claim, List.of("a")).isEqualTo("format");
        }
        Map<String, Object> many = new HashMap<>();
        for (int i = 0; i < 21; i++) {
            many.put("name" + i, i);
        }
        for (Object wrong : List.of("text", List.of(), many, Map.of("deep", Map.of()), Map.of("", 1))) {
            assertThatClaim("attributes", wrong).isEqualTo("format");
        }
    }

    @Test
    void signedThatIsNoObjectIsRefused() {
        for (String payload : List.of("", "[]", "\"sub\"", "null", "{", "5")) {
            assertThatReason(Signer.hs256(SECRET, new Payload(payload)), NOW).isIn("format", "required");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "a.b", "a.b.c", "..", "....", "a.b.c.d.e", "{}.{}.{}", "\u0000.\u0000.\u0000", "%.%.%"})
    void garbageIsRefused(String garbage) {
        assertThatReason(garbage, NOW).isEqualTo("format");
    }

    @Test
    void oversizedIsRefused() {
        claims.put("padding", "x".repeat(8 * 1024));
        assertThatReason(Signer.hs256(SECRET, claims), NOW).isEqualTo("format");
        assertThatReason("x".repeat(1 << 20), NOW).isEqualTo("format");
        String deep = base64("{\"alg\":\"HS256\"}") + "." + base64("[".repeat(5_000)) + ".AAAA";
        assertThatReason(deep, NOW).isEqualTo("signature");
        String deepHeader = base64("{\"alg\":\"HS256\",\"a\":" + "[".repeat(5_000)) + "." + base64("{}") + ".AAAA";
        assertThatReason(deepHeader, NOW).isEqualTo("format");
    }

    @Test
    void onlyPublicKeysOnP256AreKeys() {
        assertThat(SigningKeys.publicKey(Signer.pem(KEY).replace("\n", "\r\n"))).isPresent();
        assertThat(SigningKeys.publicKey(Signer.pem(Signer.newKey(Curve.P_384))))
                .isEmpty();
        for (String wrong : List.of(
                "",
                "key",
                Signer.pem(KEY).replace("PUBLIC", "PRIVATE"),
                Signer.pem(KEY).substring(30))) {
            assertThat(SigningKeys.publicKey(wrong)).isEmpty();
        }
    }

    private AbstractStringAssert<?> assertThatClaim(String name, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return assertThatReason(Signer.hs256(SECRET, changed), NOW).as(name + " = " + value);
    }

    private static AbstractStringAssert<?> assertThatReason(String token, Instant now) {
        return assertThatReason(token, KEYS, now);
    }

    private static AbstractStringAssert<?> assertThatReason(String token, SigningKeys keys, Instant now) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> IdentityToken.verified(token, "shop", keys, now).displayName());
        assertThat(Optional.ofNullable(refusal).map(Refusal::code)).contains(Code.IDENTITY_REFUSED);
        assertThat(refusal.fields()).containsOnlyKeys("token");
        return assertThat(refusal.fields().get("token"));
    }

    private static IdentityToken verified(String token, Instant now) {
        return IdentityToken.verified(token, "shop", KEYS, now);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
