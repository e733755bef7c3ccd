package dev.parley.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoShopTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final String HOME = "/demo/shop";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private int port;

    @AfterEach
    void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private DemoShop shop(int demoPort) {
        port = demoPort;
        Settings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Settings.class)
                .withDefaultValue("parley.demo-port", Integer.toString(demoPort))
                .withDefaultValue("parley.public-url", "https://chat.example.com")
                .build()
                .getConfigMapping(Settings.class);
        return new DemoShop(vertx, settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private DemoShop openShop() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        DemoShop shop = shop(port);
        assertThat(shop.open()).endsWith("http://127.0.0.1:" + port + HOME);
        return shop;
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyPageEmbedsTheWidgetUnderAPolicyThatNamesItsHostTwice() throws Exception {
        openShop();
        for (String path : List.of("", "/", "/ridgeline-3", "/fell-40", "/ember-2", "/summit-s")) {
            HttpResponse<String> page = ask("GET", HOME + path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; script-src 'self' https://chat.example.com; "
                            + "frame-src https://chat.example.com; style-src 'self'; img-src 'self'; ")
                    .doesNotContain("unsafe");
            assertThat(page.body())
                    .contains("src=\"https://chat.example.com/widget/v1/loader.js\" data-widget=\"northwind-shop\"")
                    .containsOnlyOnce("aria-current")
                    .doesNotContain("{{", "style=", "<style", "onclick");
        }
        assertThat(ask("GET", HOME + "/fell-40").body()).contains("<title>Fell 40 ·", "/demo/shop/fell-40.svg");
        assertThat(ask("GET", "/").body()).contains("<title>Ridgeline 3 ·");
    }

    @Test
    void whatItsPagesNameIsThereAndNothingElse() throws Exception {
        openShop();
        assertThat(type("/shop.css")).startsWith("text/css");
        assertThat(type("/shop.js")).startsWith("text/javascript");
        assertThat(type("/summit-s.svg")).isEqualTo("image/svg+xml");
        assertThat(type("/icon.svg")).isEqualTo("image/svg+xml");
        for (String path :
                List.of("/page.html", "/signed-in.html", "/..", "/../widget.json", "/nothing", "/nothing.svg")) {
            assertThat(ask("GET", HOME + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private String type(String path) throws Exception {
        HttpResponse<String> file = ask("GET", HOME + path);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        return file.headers().firstValue("Content-Type").orElseThrow();
    }

    @Test
    void customerSignsInAndOutAndTheWidgetIsTold() throws Exception {
        DemoShop shop = openShop();
        assertThat(ask("GET", HOME).body()).contains("data-customer=\"false\"", "data-signed-out=\"false\"");
        assertThat(ask("POST", HOME + "/token").statusCode()).isEqualTo(401);
        assertThat(ask("POST", HOME + "/login").body()).contains("data-customer=\"true\"", "Sign out");
        assertThat(ask("POST", HOME + "/token").statusCode())
                .as("no secret yet")
                .isEqualTo(404);
        shop.signsWith("a secret of the shop");
        HttpResponse<String> token = ask("POST", HOME + "/token");
        assertThat(token.headers().firstValue("Cache-Control")).contains("no-store");
        requireSigned(new JsonObject(token.body()).getString("token"), "a secret of the shop");
        assertThat(ask("POST", HOME + "/logout").body())
                .contains("data-customer=\"false\"", "data-signed-out=\"true\"", "Sign in as");
        assertThat(ask("POST", HOME + "/token").statusCode()).isEqualTo(401);
        assertThat(ask("GET", HOME).body()).as("told once").contains("data-signed-out=\"false\"");
    }

    private static void requireSigned(String token, String secret) throws Exception {
        String[] parts = token.split("\\.", -1);
        assertThat(parts).hasSize(3);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(Base64.getUrlDecoder().decode(parts[2]))
                .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("aud")).isEqualTo("northwind-shop");
        assertThat(claims.getLong("iat")).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isPositive().isLessThanOrEqualTo(600);
        assertThat(claims.getString("jti")).isNotEmpty();
        assertThat(claims.getString("sub")).isNotEmpty();
    }

    @Test
    void takenPortIsSaidInOneLineAndTheServerGoesOn() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThat(shop(taken.getLocalPort()).open())
                    .contains("port " + taken.getLocalPort(), "PARLEY_DEMO_PORT")
                    .hasLineCount(1);
        }
    }
}
