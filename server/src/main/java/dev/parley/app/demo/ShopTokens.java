package dev.parley.app.demo;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Says to the widget who is signed in at the shop, as any shop's server would: in a token (JWT, HS256) made with the
/// secret that only the shop and the desk know.
record ShopTokens(String secret, Clock clock) {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    String rosa() {
        Instant now = clock.instant();
        var claims = new JsonObject()
                .put("aud", DemoWidget.KEY)
                .put("sub", "rosa.almeida")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(GOOD_FOR).getEpochSecond())
                .put("jti", UUID.randomUUID().toString())
                .put("name", "Rosa Almeida")
                .put("email", "rosa.almeida@mail.example")
                .put("customer", "S-20417")
                .put("attributes", new JsonObject().put("orders", 3).put("member", true));
        String signed = part(new JsonObject().put("alg", "HS256").put("typ", "JWT")) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(signature(signed));
    }

    private static String part(JsonObject json) {
        return BASE64.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "ShopTokens";
    }
}
