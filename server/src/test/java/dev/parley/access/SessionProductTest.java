package dev.parley.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.base.PersonRef;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionProductTest {
    private static final String SESSION = "/api/v1/session";

    @Inject
    Database database;

    @Inject
    Attempts attempts;

    // All tests come from one address.
    @BeforeEach
    void forgetWrongPasswordsOfOtherTests() {
        attempts.forget("address 127.0.0.1");
    }

    @Test
    void agentSignsInWithLoginOrEmailAndIsKnownByHisCookie() {
        String login = unique("anna");
        people().agent(login);
        for (String name : List.of(login, login.toUpperCase(java.util.Locale.ROOT), login + "@desk.example")) {
            String cookie = signIn("agent", name, TestPeople.PASSWORD)
                    .then()
                    .statusCode(200)
                    .body("me.kind", equalTo("agent"))
                    .body("me.name", equalTo("Agent " + login))
                    .body("me.availability", equalTo("unavailable"))
                    .body("me.admin", equalTo(false))
                    .body("me.customer", nullValue())
                    .body("token", nullValue())
                    .body("expiresAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                    .extract()
                    .cookie("parley-agent");
            given().cookie("parley-agent", cookie)
                    .header("X-Parley", "agent")
                    .get(SESSION)
                    .then()
                    .statusCode(200)
                    .body("me.email", equalTo(login + "@desk.example"));
        }
    }

    @Test
    void cookiesAreOutOfScriptsReachAndAgentsNeverLeaveTheSite() {
        String login = unique("bea");
        people().agent(login);
        people().customerUser(login);
        assertThat(signIn("agent", login, TestPeople.PASSWORD).header("Set-Cookie"))
                .startsWith("parley-agent=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .contains("Path=/")
                .doesNotContainIgnoringCase("Secure")
                .doesNotContainIgnoringCase("Domain");
        assertThat(signIn("customer", login, TestPeople.PASSWORD).header("Set-Cookie"))
                .startsWith("parley-customer=")
                .containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void customerUserIsToldHisCustomer() {
        String login = unique("carl");
        people().customerUser(login);
        signIn("customer", login, TestPeople.PASSWORD)
                .then()
                .statusCode(200)
                .body("me.kind", equalTo("customer_user"))
                .body("me.customer.name", equalTo(login + " Ltd"))
                .body("me.availability", nullValue());
    }

    @Test
    void tokenIsGivenOnlyToWhoAsksForItAndThenWithoutACookie() {
        String login = unique("dora");
        people().agent(login);
        Response answer = given().contentType("application/json")
                .body(Map.of("as", "agent", "login", login, "password", TestPeople.PASSWORD, "token", true))
                .post(SESSION);
        assertThat(answer.header("Set-Cookie")).isNull();
        String token = answer.then().statusCode(200).extract().path("token");
        as(token).get(SESSION).then().statusCode(200).body("me.name", equalTo("Agent " + login));
        as(token + "x").get(SESSION).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void unknownNameAndWrongPasswordLookTheSame() {
        String login = unique("emil");
        people().agent(login);
        String wrong = signIn("agent", login, "not the password")
                .then()
                .statusCode(401)
                .body("code", equalTo("login_failed"))
                .extract()
                .asString();
        assertThat(signIn("agent", unique("nobody"), "not the password").asString())
                .isEqualTo(wrong);
        signIn("customer", login, TestPeople.PASSWORD).then().statusCode(401).body("code", equalTo("login_failed"));
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
        String login = unique("fred");
        people().agent(login);
        for (int i = 0; i < 5; i++) {
            signIn("agent", login, "wrong " + i).then().statusCode(401);
            forgetWrongPasswordsOfOtherTests();
        }
        signIn("agent", login, TestPeople.PASSWORD)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("too_many_attempts"))
                .header("Retry-After", matchesPattern("[1-9]\\d*"));
    }

    @Test
    void missingFieldsAreNamedAndNobodySignsInAsThePublic() {
        given().contentType("application/json")
                .body(Map.of("as", "public"))
                .post(SESSION)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("fields", equalTo(Map.of("as", "unknown", "login", "required", "password", "required")));
    }

    @Test
    void externalFallsBackToInternalAtSignIn() {
        String login = unique("gina");
        PersonRef agent = people().agent(login);
        people().availability(agent, "external");
        signIn("agent", login, TestPeople.PASSWORD).then().body("me.availability", equalTo("internal"));
    }

    @Test
    void signingOutEndsTheSessionAndTakesTheCookieAway() {
        String login = unique("hugo");
        people().agent(login);
        String cookie = signIn("agent", login, TestPeople.PASSWORD).cookie("parley-agent");
        with(cookie).delete(SESSION).then().statusCode(204).header("Set-Cookie", containsString("parley-agent=;"));
        with(cookie).get(SESSION).then().statusCode(401).body("code", equalTo("session_ended"));
        with(cookie).delete(SESSION).then().statusCode(204);
    }

    @Test
    void ownSessionsAreListedAndCanBeEndedFromAnother() {
        String login = unique("ivy");
        people().agent(login);
        String phone = signIn("agent", login, TestPeople.PASSWORD).cookie("parley-agent");
        String desk = signIn("agent", login, TestPeople.PASSWORD).cookie("parley-agent");
        String other = with(desk)
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .body("sessions.size()", equalTo(2))
                .body("sessions.createdAt", notNullValue())
                .extract()
                .path("sessions.find { !it.current }.id");
        with(desk).delete("/api/v1/sessions/" + other).then().statusCode(204);
        with(phone).get(SESSION).then().statusCode(401);
        with(desk).get(SESSION).then().statusCode(200);
        with(desk).delete("/api/v1/sessions/" + UUID.randomUUID()).then().statusCode(404);
        with(desk).delete("/api/v1/sessions/not-an-id").then().statusCode(400).body("code", equalTo("malformed"));
    }

    @Test
    void withoutASessionThereIsNobody() {
        given().get(SESSION).then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().header("X-Parley", "agent").get("/api/v1/sessions").then().statusCode(401);
    }

    @Test
    void changeWithACookieNeedsTheHeaderAndNoForeignOrigin() {
        String login = unique("jack");
        people().agent(login);
        String cookie = signIn("agent", login, TestPeople.PASSWORD).cookie("parley-agent");
        given().cookie("parley-agent", cookie)
                .delete(SESSION)
                .then()
                .statusCode(403)
                .body("code", equalTo("wrong_origin"));
        for (String foreign : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
            with(cookie)
                    .header("Origin", foreign)
                    .delete(SESSION)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("wrong_origin"));
        }
        with(cookie).get(SESSION).then().statusCode(200);
        with(cookie)
                .header("Origin", "http://localhost:" + io.restassured.RestAssured.port)
                .delete(SESSION)
                .then()
                .statusCode(204);
    }

    @Test
    void foreignPageCannotSignAnybodyIn() {
        String login = unique("kurt");
        people().agent(login);
        given().contentType("application/json")
                .header("Origin", "https://evil.example")
                .body(Map.of("as", "agent", "login", login, "password", TestPeople.PASSWORD))
                .post(SESSION)
                .then()
                .statusCode(403)
                .body("code", equalTo("wrong_origin"));
    }

    private static Response signIn(String as, String login, String password) {
        return given().contentType("application/json")
                .header("X-Parley", as)
                .body(Map.of("as", as, "login", login, "password", password))
                .post(SESSION);
    }

    private static RequestSpecification with(String cookie) {
        return given().cookie("parley-agent", cookie).header("X-Parley", "agent");
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private TestPeople people() {
        return new TestPeople(database);
    }
}
