package dev.parley.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an administrator does for pages that embed the widget, and what such a page's own server does.
final class WidgetDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final String token;

    WidgetDesk(Product product) {
        address = product.address() + "/api/v1";
        token = asks("POST", "/session", """
                        {"as": "agent", "login": "daniel.osei", "password": "%s", "token": true}""".formatted(Stage.PASSWORD), "")
                .path("token")
                .asText();
    }

    /// Makes a widget that may stand on this site, and gives its key.
    String widget(String site, String more) {
        return asks("POST", "/admin/widgets", """
                        {"name": "A shop's", "document": {"sites": ["%s"]%s}}""".formatted(site, more), token)
                .path("key")
                .asText();
    }

    String secret(String key) {
        return asks("POST", "/admin/widgets/" + key + "/secret", "{}", token)
                .path("secret")
                .asText();
    }

    /// A token as the shop's server makes it (RFC 7519, HS256).
    static String vouches(String key, String secret, String subject, String name) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"aud":"%s","sub":"%s","iat":%d,"exp":%d,"jti":"%s","name":"%s"}""".formatted(key, subject, now, now + 300, UUID.randomUUID(), name);
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC", impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode asks(String method, String path, String body, String bearer) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped", stop);
        }
    }
}
