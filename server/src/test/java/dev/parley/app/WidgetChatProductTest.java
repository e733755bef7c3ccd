package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Chatting through a widget on somebody else's page.
@QuarkusTest
@TestProfile(Unlimited.class)
class WidgetChatProductTest {
    private static final String SESSION = "/api/v1/session";
    private static final List<String> AROUND = List.of("https://shop.example", "http://127.0.0.1:1", "null");

    @Inject
    Product product;

    private Desk desk;
    private Client maya;
    private Shop shop;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.administrator("maya");
        shop = shop(Json.of());
    }

    private Shop shop(ObjectNode particulars) {
        return Shop.of(product, desk, maya, particulars);
    }

    private Shop.Answer rosa() {
        return shop.starts(shop.form("Rosa", "hello", Json.of()), Optional.empty());
    }

    @Test
    void frameIsGivenACookieForThisSiteOnlyAndTheTokenToo() {
        Shop.Answer started = rosa();
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.setCookie())
                .contains("__Host-v=" + started.token() + "; Path=/; HttpOnly; Secure; SameSite=None; Partitioned");
        for (RequestSpecification frame : List.of(withCookie(started), withToken(started))) {
            frame.get(SESSION)
                    .then()
                    .statusCode(200)
                    .body("me.kind", equalTo("public_user"))
                    .body("me.name", equalTo("Rosa"))
                    .body("me.verified", equalTo(false));
        }
        given().cookie(Shop.COOKIE, started.token())
                .header("X-Parley", "public")
                .get(SESSION)
                .then()
                .statusCode(401);
    }

    @Test
    void frameOpensTheSocketWithItsCookieOrItsToken() {
        Shop.Answer started = rosa();
        Line byCookie = product.line(Shop.COOKIE + "=" + started.token());
        byCookie.says(Json.of("type", "hello", "as", "widget"));
        Line byToken = product.line();
        byToken.says(Json.of("type", "hello", "token", started.token()));
        for (Line line : List.of(byCookie, byToken)) {
            assertThat(line.hears("welcome").at("/me/id").asText()).isEqualTo(started.person());
            line.hears("live");
        }
        Line otherInterface = product.line(Shop.COOKIE + "=" + started.token());
        otherInterface.says(Json.of("type", "hello", "as", "public"));
        assertThat(otherInterface.closeCode()).isEqualTo(4001);
    }

    @Test
    void frameTalksByLongPollWithItsCookie() {
        Shop.Answer started = rosa();
        JsonNode heard = shop.asksWithCookie(
                        "/poll", Json.of("frames", List.of(Map.of("type", "hello", "as", "widget"))), started.token())
                .body();
        assertThat(heard.at("/frames/0/type").asText()).isEqualTo("welcome");
    }

    @Test
    void pageAroundTheFrameCanChangeNothingInItsName() {
        Shop.Answer started = rosa();
        String leave = "/api/v1/chats/" + started.body().at("/chat/id").asText() + "/leave";
        given().cookie(Shop.COOKIE, started.token())
                .post(leave)
                .then()
                .statusCode(403)
                .body("code", equalTo("wrong_origin"));
        for (String origin : AROUND) {
            withCookie(started)
                    .header("Origin", origin)
                    .delete(SESSION)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("wrong_origin"));
            withCookie(started)
                    .header("Origin", origin)
                    .contentType("application/json")
                    .body(Map.of("hash", "a".repeat(64)))
                    .post(SESSION + "/handover")
                    .then()
                    .statusCode(403);
        }
        withCookie(started).get(SESSION).then().statusCode(200);
    }

    @Test
    void pageAroundTheFrameCanReadNothingInItsName() {
        Shop.Answer started = rosa();
        String chat = "/api/v1/chats/" + started.body().at("/chat/id").asText();
        for (String origin : AROUND) {
            given().cookie(Shop.COOKIE, started.token())
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "GET")
                    .header("Access-Control-Request-Headers", "x-parley")
                    .options(chat)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Allow-Headers", nullValue());
            given().cookie(Shop.COOKIE, started.token())
                    .header("Origin", origin)
                    .header("Connection", "Upgrade")
                    .header("Upgrade", "websocket")
                    .get("/api/v1/socket")
                    .then()
                    .statusCode(403);
        }
        given().cookie(Shop.COOKIE, started.token()).get(chat).then().statusCode(401);
        withCookie(started).get(chat).then().statusCode(200);
    }

    @Test
    void signingOutEndsTheSessionAndTakesTheCookieAway() {
        Shop.Answer started = rosa();
        withCookie(started)
                .delete(SESSION)
                .then()
                .statusCode(204)
                .header(
                        "Set-Cookie",
                        equalTo("__Host-v=; Path=/; HttpOnly; Secure; SameSite=None; Partitioned; Max-Age=0"));
        withToken(started).get(SESSION).then().statusCode(401).body("code", equalTo("session_ended"));
    }

    @Test
    void visitorAndAgentChat() {
        Shop.Answer started = rosa();
        String chat = started.body().at("/chat/id").asText();
        maya.accepts(chat);
        maya.posts(chat, "good morning");
        assertThat(Json.texts(
                        shop.door(started)
                                .get("/chats/" + chat + "/entries?after=0")
                                .get("entries"),
                        "/text"))
                .contains("hello", "good morning");
    }

    @Test
    void unknownAndMissingWidgetsAreRefused() {
        ObjectNode form = shop.form("Rosa", "hello", Json.of());
        assertThat(shop.starts(form.put("widget", "nobody-knows-it"), Optional.empty())
                        .status())
                .isEqualTo(404);
        form.remove("widget");
        Shop.Answer missing = shop.starts(form, Optional.empty());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body().at("/fields/widget").asText()).isEqualTo("required");
        assertThat(maya.requests()).isEmpty();
    }

    @Test
    void widgetLeadsToItsOwnChannelsOnly() {
        String other = desk.channel("Other", Json.of());
        Shop.Answer foreign = shop.starts(shop.form("Rosa", "hello", Json.of("channel", other)), Optional.empty());
        assertThat(foreign.body().at("/fields/channel").asText()).isEqualTo("unknown");
        ObjectNode unchosen = shop.form("Rosa", "hello", Json.of());
        unchosen.remove("channel");
        assertThat(shop.starts(unchosen, Optional.empty())
                        .body()
                        .at("/chat/channel/id")
                        .asText())
                .isEqualTo(desk.channel());
    }

    @Test
    void namesThatAreNoneAreRefusedAndOthersCleaned() {
        for (String none : List.of("", "   ", "\u202E\u202D", "\u200B\u200B", "\u0000\u0007")) {
            Shop.Answer refused = shop.starts(shop.form(none, "hello", Json.of()), Optional.empty());
            assertThat(refused.body().at("/fields/name").asText()).as(none).isEqualTo("required");
        }
        Shop.Answer long10000 = shop.starts(shop.form("x".repeat(10_000), "hello", Json.of()), Optional.empty());
        assertThat(long10000.body().at("/fields/name").asText()).isEqualTo("too_long");
        assertThat(maya.requests()).isEmpty();
        Shop.Answer cleaned = shop.starts(shop.form("\u202EEve\u0000", "hello", Json.of()), Optional.empty());
        assertThat(cleaned.body().at("/me/name").asText()).isEqualTo("Eve");
    }

    @Test
    void whereOnlySignedVisitorsMayChatOthersMayNot() {
        Shop strict = shop(Json.of("signedOnly", true));
        Shop.Answer refused = strict.starts(strict.form("Rosa", "hello", Json.of()), Optional.empty());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not_identified");
        Shop.Answer rosa = strict.identifies(strict.token("rosa"), Optional.empty());
        assertThat(strict.starts(strict.form("", "hello", Json.of()), Optional.of(rosa.token()))
                        .status())
                .isEqualTo(201);
        Shop.Answer elsewhere = shop.identifies(shop.token("rosa"), Optional.empty());
        assertThat(strict.starts(strict.form("Rosa", "hello", Json.of()), Optional.of(elsewhere.token()))
                        .code())
                .isEqualTo("not_identified");
    }

    @Test
    void whereAnEmailIsRequiredItIs() {
        Shop strict = shop(Json.of("prechat", Map.of("email", "required")));
        Shop.Answer refused = strict.starts(strict.form("Rosa", "hello", Json.of("email", " ")), Optional.empty());
        assertThat(refused.body().at("/fields/email").asText()).isEqualTo("required");
        ObjectNode complete = strict.form("Rosa", "hello", Json.of("email", "rosa@example.com"));
        assertThat(strict.starts(complete, Optional.empty()).status()).isEqualTo(201);
    }

    @Test
    void sameRequestAgainIsTheSameChat() {
        ObjectNode form = shop.form("Rosa", "hello", Json.of("attributes", Map.of("plan", "gold")));
        Shop.Answer first = shop.starts(form, Optional.empty());
        Shop.Answer again = shop.starts(form, Optional.of(first.token()));
        assertThat(again.body().at("/chat/id")).isEqualTo(first.body().at("/chat/id"));
        assertThat(again.token()).isEqualTo(first.token());
        assertThat(maya.requests()).hasSize(1);
    }

    @Test
    void otherVisitorsSeeNothingOfTheChat() {
        Shop.Answer started = rosa();
        String chat = "/chats/" + started.body().at("/chat/id").asText();
        Shop.Answer eve = shop.starts(shop.form("Eve", "hello", Json.of()), Optional.empty());
        for (String path : List.of(chat, chat + "/entries?after=0")) {
            assertThatThrownBy(() -> shop.door(eve).get(path)).isRefusedWith(Code.NOT_FOUND);
        }
        assertThatThrownBy(() -> shop.door(eve).get(chat + "/visitor")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> shop.door(started).get(chat + "/visitor")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> product.door().get(chat)).isRefusedWith(Code.UNAUTHENTICATED);
    }

    private static RequestSpecification withCookie(Shop.Answer started) {
        return given().cookie(Shop.COOKIE, started.token()).header("X-Parley", "widget");
    }

    private static RequestSpecification withToken(Shop.Answer started) {
        return given().header("Authorization", "Bearer " + started.token()).header("X-Parley", "widget");
    }
}
