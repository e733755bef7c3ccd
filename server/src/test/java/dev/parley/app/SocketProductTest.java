package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class SocketProductTest {
    @Inject
    Product product;

    @Inject
    Database database;

    private Desk desk;
    private Client maya;
    private Client lena;
    private String chat;

    @BeforeEach
    void activeChat() {
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
        chat = desk.chat(lena, maya);
    }

    @Test
    void helloBringsWelcomeTheOpenChatsAndLive() {
        Line line = lena.opens(Json.of("cursors", Map.of(chat, 1)));
        assertThat(line.heard())
                .extracting(frame -> frame.get("type").asText())
                .containsSubsequence("welcome", "chat", "page", "live");
        JsonNode welcome = line.hears("welcome");
        assertThat(welcome.at("/me/id").asText()).isEqualTo(lena.id());
        assertThat(welcome.at("/limits/textCodePoints").asInt()).isEqualTo(4_000);
        assertThat(Json.texts(line.hears("page").get("entries"), "/n")).containsExactly("2");
    }

    @Test
    void whoWasAwayGetsEveryLaterLineFromHisCursor() {
        lena.line().breaks();
        for (int i = 0; i < 450; i++) {
            maya.posts(chat, "line " + i);
        }
        lena.returns(chat);
        assertThat(lena.sees(chat)).hasSizeBetween(450, 451).contains("line 0").endsWith("line 449");
        assertThat(lena.line().heard("page")).hasSize(3);
        assertThat(lena.line().heard("page").getLast().get("complete").asBoolean())
                .isTrue();
    }

    @Test
    void fetchBringsPagesFromAnyNumberOn() {
        lena.posts(chat, "hello");
        Line line = maya.opens(Json.of());
        line.says(Json.of("type", "fetch", "chat", chat, "after", 1));
        JsonNode page = line.hears("page");
        assertThat(Json.texts(page.get("entries"), "/n")).containsExactly("2", "3");
        assertThat(page.get("complete").asBoolean()).isTrue();
        line.says(Json.of("type", "fetch", "chat", chat, "after", 0));
        line.hears("page", one -> one.get("entries").size() == 3);
    }

    @Test
    void cursorOfAForeignChatIsRefusedAndTheRestGoesOn() {
        var other = desk.customer("other");
        Line line = other.opens(Json.of("cursors", Map.of(chat, 0)));
        assertThat(line.hears("refused").get("code").asText()).isEqualTo("not_found");
        assertThat(line.heard("page")).isEmpty();
        assertThat(line.isClosed()).isFalse();
    }

    @Test
    void bothSocketsOfOnePersonGetEverything() {
        Line second = lena.opens(Json.of());
        maya.posts(chat, "to both");
        second.hears("entry", entry -> entry.path("text").asText().equals("to both"));
        lena.line().hears("entry", entry -> entry.path("text").asText().equals("to both"));
        lena.posts(chat, "from the first");
        second.hears("entry", entry -> entry.path("text").asText().equals("from the first"));
    }

    @Test
    void typingReachesTheOthersButNotOneself() {
        maya.line().says(Json.of("type", "typing", "chat", chat));
        JsonNode typing = lena.line().hears("typing");
        assertThat(typing.at("/who/id").asText()).isEqualTo(maya.id());
        lena.line().says(Json.of("type", "typing", "chat", chat));
        maya.line().hears("typing", frame -> frame.at("/who/id").asText().equals(lena.id()));
        assertThat(maya.line().heard("typing")).hasSize(1);
    }

    @Test
    void presenceOfThoseInTheChatAndOfThePeopleFollowedIsTold() {
        var jonas = desk.agent("jonas");
        maya.line().hears("presence", frame -> shows(frame, jonas, "available"));
        jonas.door().put("/me/availability", Json.of("availability", "unavailable"));
        maya.line().hears("presence", frame -> shows(frame, jonas, "unavailable"));
        jonas.door().delete("/session");
        maya.line().hears("presence", frame -> shows(frame, jonas, "offline"));
        maya.door().put("/me/availability", Json.of("availability", "unavailable"));
        lena.line().hears("presence", frame -> shows(frame, maya, "unavailable"));
    }

    private static boolean shows(JsonNode frame, Client who, String presence) {
        return Json.list(frame.get("people")).stream()
                .anyMatch(one -> one.get("id").asText().equals(who.id())
                        && one.get("presence").asText().equals(presence));
    }

    @Test
    void endedSessionClosesItsSocketsWithinFiveSeconds() {
        Line second = lena.opens(Json.of());
        long before = System.nanoTime();
        lena.door().delete("/session");
        assertThat(lena.line().closeCode()).isEqualTo(4401);
        assertThat(second.closeCode()).isEqualTo(4401);
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        assertThat(lena.line().hears("bye").get("code").asText()).isEqualTo("session_ended");
        assertThatThrownBy(() -> lena.chat(chat)).isRefusedWith(Code.SESSION_ENDED);
        Line late = product.line();
        late.says(Json.of("type", "hello", "token", lena.door().token().orElseThrow()));
        assertThat(late.closeCode()).isEqualTo(4001);
    }

    @Test
    void anotherDeviceIsSignedOutFromTheList() {
        Door phone = desk.signsIn("customer", "lena");
        JsonNode sessions = phone.get("/sessions").get("sessions");
        assertThat(sessions).hasSize(2);
        String other = Json.list(sessions).stream()
                .filter(session -> !session.get("current").asBoolean())
                .map(session -> session.get("id").asText())
                .findFirst()
                .orElseThrow();
        phone.delete("/sessions/" + other);
        assertThat(lena.line().closeCode()).isEqualTo(4401);
        assertThat(phone.get("/session").at("/me/id").asText()).isEqualTo(lena.id());
    }

    @Test
    void malformedFrameIsRefusedAndTheConnectionKept() {
        for (String bad :
                List.of("hello", "[]", "{}", "{\"type\":\"dance\"}", "{\"type\":\"send\"}", "{\"type\":\"hello\"}")) {
            int before = lena.line().heard("refused").size();
            lena.line().says(bad);
            JsonNode refused = lena.line()
                    .await(
                            "a refusal of " + bad,
                            () -> lena.line().heard("refused").stream()
                                    .skip(before)
                                    .findFirst());
            assertThat(refused.get("code").asText()).isEqualTo("malformed");
        }
        lena.posts(chat, "still here");
        assertThat(maya.sees(chat)).endsWith("still here");
    }

    @Test
    void frameOverThirtyTwoKilobytesClosesTheSocket() {
        lena.line().says(Json.of("type", "active", "pad", "x".repeat(33_000)));
        assertThat(lena.line().closeCode()).isEqualTo(4413);
        maya.line().says(Json.of("type", "active", "pad", "€".repeat(11_000)));
        assertThat(maya.line().closeCode()).isEqualTo(4413);
    }

    @Test
    void binaryFrameClosesTheSocket() {
        lena.line().saysBinary(new byte[] {1, 2, 3});
        assertThat(lena.line().closeCode()).isEqualTo(4400);
    }

    @Test
    void whoSaysNoHelloIsClosed() {
        Line silent = product.line();
        Line rude = product.line();
        rude.says(Json.of("type", "active"));
        assertThat(rude.closeCode()).isEqualTo(4001);
        Line nobody = product.line();
        nobody.says(Json.of("type", "hello", "token", "nonsense"));
        assertThat(nobody.closeCode()).isEqualTo(4001);
        assertThat(silent.closeCode()).isEqualTo(4001);
    }

    @Test
    void upgradeFromAnotherSiteIsRefused() {
        URI address = URI.create(product.address().replaceFirst("http", "ws") + "/api/v1/socket");
        Assertions.assertThatThrownBy(() -> product.http()
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        WebSocket own = product.http()
                .newWebSocketBuilder()
                .header("Origin", product.address())
                .buildAsync(address, new WebSocket.Listener() {})
                .join();
        own.abort();
    }

    @Test
    void twentyOneSendsInFlightAreOneTooMany() {
        database.change(tx -> {
            // Whoever holds the chat's row keeps the writer waiting.
            tx.handle().execute("select id from chat where id = ? for update", UUID.fromString(chat));
            for (int i = 0; i < 20; i++) {
                lena.throwsIn(chat, "message " + i);
            }
            String oneTooMany = lena.throwsIn(chat, "one too many");
            JsonNode refused = lena.line().hears("refused");
            assertThat(refused.get("code").asText()).isEqualTo("limit");
            assertThat(refused.get("id").asText()).isEqualTo(oneTooMany);
        });
        awaitFrames("ack", 20);
        assertThat(maya.sees(chat)).endsWith("message 19");
    }

    @Test
    void nothingOvertakesAMessageThatWasRefusedForNow() {
        List<String> behind = new ArrayList<>();
        database.change(tx -> {
            tx.handle().execute("select id from chat where id = ? for update", UUID.fromString(chat));
            for (int i = 0; i < 20; i++) {
                lena.throwsIn(chat, "message " + i);
            }
            behind.add(lena.throwsIn(chat, "first"));
            behind.add(lena.throwsIn(chat, "second"));
            awaitFrames("refused", 2);
        });
        awaitFrames("ack", 20);
        lena.says(chat, behind.getLast(), "second");
        assertThat(awaitFrames("refused", 3))
                .allSatisfy(frame -> assertThat(frame.get("code").asText()).isEqualTo("limit"));
        lena.says(chat, behind.getFirst(), "first");
        lena.says(chat, behind.getLast(), "second");
        awaitFrames("ack", 22);
        assertThat(maya.sees(chat)).endsWith("message 19", "first", "second");
    }

    @Test
    void aRepeatOfWhatIsInFlightIsNotOneTooMany() {
        database.change(tx -> {
            tx.handle().execute("select id from chat where id = ? for update", UUID.fromString(chat));
            String first = lena.throwsIn(chat, "message 0");
            for (int i = 1; i < 20; i++) {
                lena.throwsIn(chat, "message " + i);
            }
            lena.says(chat, first, "message 0");
            // Answered from what can be read: all that was said before has been heard by then.
            lena.line().says(Json.of("type", "fetch", "chat", chat, "after", 0));
            lena.line().hears("page");
        });
        awaitFrames("ack", 21);
        assertThat(lena.line().heard("refused")).isEmpty();
        assertThat(lena.posts(chat, "and on")).isPositive();
        assertThat(maya.sees(chat)).endsWith("message 19", "and on");
    }

    private List<JsonNode> awaitFrames(String type, int count) {
        return lena.line()
                .await(
                        count + " " + type,
                        () -> Optional.of(lena.line().heard(type)).filter(frames -> frames.size() == count));
    }

    @Test
    void longPollCarriesTheSameFrames() {
        var poll = new PollTalk(product, desk.signsIn("customer", "lena"), Json.of("cursors", Map.of(chat, 0)));
        assertThat(poll.until("live").stream().map(frame -> frame.get("type").asText()))
                .containsSubsequence("welcome", "chat", "page", "live");
        maya.posts(chat, "hello poll");
        assertThat(poll.until("entry").getLast().get("text").asText()).isEqualTo("hello poll");
        poll.says(Json.of("type", "send", "id", Product.newId(), "chat", chat, "text", "hello socket"));
        assertThat(poll.until("ack").getLast().get("n").asInt()).isEqualTo(4);
        assertThat(maya.sees(chat)).endsWith("hello poll", "hello socket");
        assertThatThrownBy(() -> product.door().post("/poll/" + Product.newId(), Json.of("frames", List.of())))
                .isRefusedWith(Code.NOT_FOUND);
        poll.door().delete("/session");
        assertThat(poll.until("bye").getLast().get("code").asText()).isEqualTo("session_ended");
    }
}
