package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an operator does without a browser: commands with a piped password, and Parley behind a proxy.
@Tag("journey")
final class OperatorJourneyTest {
    private static final String WORLD = "https://chat.example.com";
    private static final String PASSWORD = "a calm and sunny harbour";
    private static final int SEVERAL = 6;

    @RegisterExtension
    final Stage stage = Stage.on(() -> Product.behindProxy(WORLD));

    @Test
    void administratorMadeByCommandSignsInThroughTheProxyAndGuessersAreKnownByTheirOwnAddress() throws Exception {
        Product product = stage.product();
        product.stop();
        Product.Said weak = product.runs("short\n", create("ada"));
        assertThat(weak.exitCode()).isNotZero();
        assertThat(weak.words()).contains("password");
        Product.Said made = product.runs(PASSWORD + "\n", create("ada"));
        assertThat(made.exitCode()).as(made.words()).isZero();
        product.start();

        HttpResponse<String> in = signIn(product, "ada", "203.0.113.1", WORLD, PASSWORD);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("Secure", "HttpOnly"));
        assertThat(signIn(product, "ada", "203.0.113.1", "https://evil.example", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        for (int i = 0; i < SEVERAL; i++) {
            signIn(product, "somebody-" + i, "203.0.113.9", WORLD, "wrong password");
        }
        assertThat(signIn(product, "ada", "203.0.113.9", WORLD, PASSWORD).statusCode())
                .isEqualTo(429);
        assertThat(signIn(product, "ada", "203.0.113.1", WORLD, PASSWORD).statusCode())
                .isEqualTo(200);

        product.stop();
        Product.Said reset = product.runs("another calm harbour\n", "admin", "reset-password", "--login", "ada");
        assertThat(reset.exitCode()).as(reset.words()).isZero();
        product.start();
        assertThat(signIn(product, "ada", "203.0.113.1", WORLD, PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(signIn(product, "ada", "203.0.113.1", WORLD, "another calm harbour")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String[] create(String login) {
        return new String[] {
            "admin",
            "create",
            "--login",
            login,
            "--email",
            login + "@desk.example",
            "--first-name",
            "Ada",
            "--last-name",
            "Lindgren"
        };
    }

    /// As the proxy passes it on.
    private static HttpResponse<String> signIn(
            Product product, String login, String from, String origin, String password)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.address() + "/api/v1/session"))
                .header("X-Forwarded-For", from)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "chat.example.com")
                .header("Origin", origin)
                .header("X-Parley", "agent")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"as\":\"agent\",\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
