package dev.parley.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.base.Build;
import dev.parley.base.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbedProductTest {
    private static final String KEY = "embedded-" + Ids.next();

    @Inject
    WidgetVersions widgets;

    private void stands(String sites) {
        var wanted = new WidgetVersions.Wanted("Embedded", dev.parley.app.Json.read("{\"sites\": [" + sites + "]}"));
        if (widgets.all().stream().anyMatch(widget -> widget.key().equals(KEY))) {
            widgets.change(KEY, wanted);
        } else {
            widgets.create(Optional.of(KEY), wanted);
        }
    }

    /// Said once: of two policies a browser obeys both.
    private static String policy(String key) {
        List<String> policies = given().get("/widget/v1/chat/" + key).headers().getValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        return policies.getFirst();
    }

    @Test
    void framePageMayStandOnTheWidgetsSitesOnly() {
        stands("\"https://shop.example\", \"http://localhost:8101\"");
        String policy = given().get("/widget/v1/chat/" + KEY)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cross-Origin-Opener-Policy", equalTo("unsafe-none"))
                .header("Cache-Control", equalTo("no-cache"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(containsString("<!doctype html>"))
                .extract()
                .header("Content-Security-Policy");
        assertThat(policy)
                .endsWith("frame-ancestors https://shop.example http://localhost:8101")
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe-inline", "*");
    }

    @Test
    void siteThatWasTakenAwayIsGoneAtOnce() {
        stands("\"https://one.example\"");
        assertThat(policy(KEY)).endsWith("frame-ancestors https://one.example");
        stands("\"https://two.example\"");
        assertThat(policy(KEY)).endsWith("frame-ancestors https://two.example");
        stands("");
        assertThat(policy(KEY)).endsWith("frame-ancestors 'none'");
    }

    @Test
    void unknownWidgetHasNoPage() {
        given().get("/widget/v1/chat/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"));
        assertThat(policy(Widget.EXTERNAL)).endsWith("frame-ancestors 'none'");
    }

    @Test
    void loaderIsKeptShortlyByItsNameAndLongByItsVersion() {
        String newest = given().get("/widget/v1/loader.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Cache-Control", equalTo("public, max-age=300"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"))
                .extract()
                .asString();
        String versioned = given().get("/widget/v" + Build.version() + "/loader.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .extract()
                .asString();
        assertThat(versioned).isEqualTo(newest).isNotEmpty();
        given().get("/widget/v0.0.0/loader.js")
                .then()
                .statusCode(404)
                .header("Cache-Control", equalTo("no-cache"))
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
