package dev.parley.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebProductTest {
    private static final String SESSION = "/api/v1/session";

    @Test
    void everyAnswerSaysWhatItsPageMayDo() {
        for (String path : new String[] {"/api/v1/desk", SESSION, "/nowhere", "/api/v1/nowhere"}) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("script-src 'self';"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", containsString("require-trusted-types-for 'script'"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                    .header("Permissions-Policy", containsString("camera=()"));
        }
    }

    @Test
    void answersOfTheApiAreNotKept() {
        given().get("/api/v1/desk").then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        given().get("/nowhere").then().header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void whatIsNotThereIsAProblemNotAPageOfTheFramework() {
        for (String path : new String[] {"/nowhere", "/api/v1/nowhere", "/assets/nothing.js"}) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not_found"))
                    .body("type", equalTo("about:blank"))
                    .body("title", equalTo("Not Found"))
                    .body("status", equalTo(404));
        }
    }

    @Test
    void wrongMethodIsMalformed() {
        given().patch("/api/v1/desk").then().statusCode(405).body("code", equalTo("malformed"));
    }

    @Test
    void whatIsNotTheShapeIsMalformedAndTellsNothingOfTheInside() {
        for (String body : new String[] {
            "{",
            "[]",
            "\"text\"",
            "{\"as\": 5, \"login\": \"x\", \"password\": \"y\"}",
            "{\"login\": true}",
            "{\"login\": {}}",
            "{\"token\": \"true\"}",
            "not json"
        }) {
            String answer = given().contentType("application/json")
                    .body(body)
                    .post(SESSION)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("malformed"))
                    .extract()
                    .asString();
            assertThat(answer).as(body).doesNotContain("com.fasterxml", "Exception", "dev.parley");
        }
    }

    @Test
    void missingBodyAndOtherTypesAreMalformed() {
        given().contentType("application/json")
                .post(SESSION)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
        given().contentType("text/plain")
                .body("{\"as\":\"agent\"}")
                .post(SESSION)
                .then()
                .statusCode(415)
                .body("code", equalTo("malformed"));
    }

    @Test
    void membersWeDoNotKnowArePassedOver() {
        given().contentType("application/json")
                .body(Map.of("as", "agent", "colour", "green"))
                .post(SESSION)
                .then()
                .statusCode(422)
                .body("fields", equalTo(Map.of("login", "required", "password", "required")))
                .body("by", equalTo(null));
    }

    @Test
    void largeBodyIsRefusedWithTheSameHeaders() {
        given().contentType("application/json")
                .body("{\"login\": \"" + "x".repeat(70_000) + "\"}")
                .post(SESSION)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too_large"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void descriptionIsServedAndItsPageHasALooserPolicy() {
        given().get("/api/v1/openapi.json").then().statusCode(200).body("openapi", containsString("3.1"));
        given().get("/api/v1/docs/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", not(containsString("require-trusted-types-for")));
    }
}
