package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class MessagesProductTest {
    private static final int IN_FLIGHT = 20;

    @Inject
    Product product;

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
    void theSameIdIsTheSameMessageOverSocketAndRest() {
        ObjectNode message = Json.of("id", Product.newId(), "chat", chat, "text", "once");
        int n = lena.sends(message.deepCopy());
        assertThat(lena.sends(message.deepCopy())).isEqualTo(n);
        JsonNode stored = lena.does(chat, "entries", message.deepCopy());
        assertThat(stored.get("n").asInt()).isEqualTo(n);
        assertThat(stored.get("at")).isEqualTo(lena.log(chat).getLast().get("at"));
        assertThat(maya.sees(chat)).containsOnlyOnce("once");
    }

    @Test
    void theSameIdWithAnotherTextIsRefusedAndChangesNothing() {
        ObjectNode message = Json.of("id", Product.newId(), "chat", chat, "text", "once");
        lena.sends(message.deepCopy());
        message.put("text", "something else");
        assertThatThrownBy(() -> lena.sends(message.deepCopy())).isRefusedWith(Code.ID_REUSED);
        assertThatThrownBy(() -> lena.does(chat, "entries", message.deepCopy())).isRefusedWith(Code.ID_REUSED);
        assertThat(maya.sees(chat)).endsWith("once");
    }

    @Test
    void theSameIdOfAnotherPersonIsAnotherMessage() {
        String id = Product.newId();
        lena.sends(Json.of("id", id, "chat", chat, "text", "from lena"));
        maya.sends(Json.of("id", id, "chat", chat, "text", "from maya"));
        assertThat(maya.sees(chat)).endsWith("from lena", "from maya");
    }

    @Test
    void textsAtTheLimitAreTakenAndBeyondItRefused() {
        String longest = "é".repeat(4_000);
        lena.posts(chat, longest);
        assertThat(maya.sees(chat)).endsWith(longest);
        String emoji = "😀".repeat(4_000);
        lena.posts(chat, emoji);
        for (String tooLong : List.of("a".repeat(4_001), "é".repeat(4_001), "😀".repeat(4_001))) {
            assertThatThrownBy(() -> lena.posts(chat, tooLong)).isRefusedWith(Code.TOO_LONG);
            assertThatThrownBy(() -> writes(lena, tooLong)).isRefusedWith(Code.TOO_LONG);
        }
        assertThat(maya.sees(chat)).endsWith(emoji);
    }

    @Test
    void nothingVisibleIsRefused() {
        for (String empty : List.of("", " ", "\n\t ")) {
            assertThatThrownBy(() -> lena.posts(chat, empty)).isRefusedWith(Code.EMPTY);
            assertThatThrownBy(() -> writes(lena, empty)).isRefusedWith(Code.EMPTY);
        }
        assertThatThrownBy(() -> desk.request(lena, " ")).isRefusedWith(Code.EMPTY);
    }

    @Test
    void textThatNoDatabaseKeepsIsRefused() {
        assertThatThrownBy(() -> lena.posts(chat, "a\u0000b")).isRefusedWith(Code.MALFORMED);
        assertThat(lena.posts(chat, "still here")).isPositive();
    }

    @Test
    void unknownVisibilityIsRefused() {
        assertThatThrownBy(() ->
                        lena.does(chat, "entries", Json.of("id", Product.newId(), "text", "x", "visibility", "moon")))
                .isRefusedWith(Code.INVALID);
    }

    @Test
    void oneSendersMessagesKeepTheirOrder() {
        List<String> texts =
                IntStream.range(0, IN_FLIGHT).mapToObj(i -> "message " + i).toList();
        texts.forEach(text -> lena.throwsIn(chat, text));
        lena.line()
                .await(
                        "all acks",
                        () -> Optional.of(lena.line().heard("ack")).filter(acks -> acks.size() == IN_FLIGHT));
        assertThat(maya.sees(chat)).endsWith(texts.toArray(String[]::new));
    }

    @Test
    void requesterWritesOnWhileNobodyHasAccepted() {
        String request = desk.request(lena, "hello?");
        lena.posts(request, "anybody there?");
        maya.accepts(request);
        assertThat(Json.texts(
                        maya.door()
                                .get("/chats/" + request + "/entries?after=0")
                                .get("entries"),
                        "/kind"))
                .containsExactly("message", "message", "accepted");
    }

    @Test
    void askingAgainWithTheSameIdIsTheSameChat() {
        ObjectNode request = Json.of("id", Product.newId(), "text", "hello", "channel", desk.channel());
        var first = lena.door().ask("POST", "/chats", request.toString());
        var again = lena.door().ask("POST", "/chats", request.toString());
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Json.read(again.body())).isEqualTo(Json.read(first.body()));
        var other = desk.customer("other");
        assertThatThrownBy(() -> other.door().post("/chats", request)).isRefusedWith(Code.ID_REUSED);
    }

    @Test
    void publicUserWhoAsksAgainGetsTheSameChat() {
        ObjectNode request = Json.of(
                "id", Product.newId(), "name", "Sam", "text", "hello", "channel", desk.channel(), "token", true);
        JsonNode first = product.door().post("/public-chats", request);
        JsonNode again = product.door().post("/public-chats", request);
        assertThat(again.at("/chat/id")).isEqualTo(first.at("/chat/id"));
        assertThat(again.at("/me")).isEqualTo(first.at("/me"));
        assertThatThrownBy(() ->
                        product.door().post("/public-chats", request.deepCopy().put("name", "Eve")))
                .isRefusedWith(Code.ID_REUSED);
    }

    @Test
    void historyIsReadInPagesForwardsAndBackwardsByBothAudiences() {
        for (int i = 0; i < 10; i++) {
            maya.notes(chat, "note " + i);
            lena.posts(chat, "text " + i);
        }
        for (Client reader : List.of(maya, lena)) {
            List<JsonNode> all = reader.log(chat);
            assertThat(forwards(reader, 3)).isEqualTo(all);
            assertThat(backwards(reader, all.size() + 1, 3)).isEqualTo(all);
        }
        assertThat(lena.door().get("/chats/" + chat + "/entries?after=1000").get("entries"))
                .isEmpty();
        for (String wrong : List.of("limit=0", "limit=201", "after=1&before=3", "after=x")) {
            assertThat(lena.door()
                            .ask("GET", "/chats/" + chat + "/entries?" + wrong, "")
                            .statusCode())
                    .isBetween(400, 422);
        }
    }

    private List<JsonNode> forwards(Client reader, int limit) {
        List<JsonNode> found = new java.util.ArrayList<>();
        JsonNode page;
        do {
            int after = found.isEmpty() ? 0 : found.getLast().get("n").asInt();
            page = reader.door().get("/chats/" + chat + "/entries?after=" + after + "&limit=" + limit);
            page.get("entries").forEach(found::add);
        } while (!page.get("complete").asBoolean());
        return found;
    }

    private List<JsonNode> backwards(Client reader, int from, int limit) {
        java.util.LinkedList<JsonNode> found = new java.util.LinkedList<>();
        JsonNode page;
        do {
            int before = found.isEmpty() ? from : found.getFirst().get("n").asInt();
            page = reader.door().get("/chats/" + chat + "/entries?before=" + before + "&limit=" + limit);
            found.addAll(0, Json.list(page.get("entries")));
        } while (!page.get("complete").asBoolean());
        return found;
    }

    @Test
    void listsOfChatsAreReadInPages() {
        List<String> asked = new java.util.ArrayList<>(List.of(chat));
        for (int i = 0; i < 4; i++) {
            asked.add(desk.request(lena, "request " + i));
        }
        lena.closes(chat);
        List<String> found = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    lena.door().get("/chats?status=open&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            found.addAll(Json.texts(page.get("chats"), "/id"));
            cursor = page.path("cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(found).containsExactlyInAnyOrderElementsOf(asked.subList(1, asked.size()));
        assertThat(Json.texts(lena.door().get("/chats?status=closed").get("chats"), "/id"))
                .containsExactly(chat);
    }

    @Test
    void unreadCountsAreOfOthersMessagesAndFallWhenRead() {
        int last = 0;
        for (int i = 0; i < 3; i++) {
            last = lena.posts(chat, "text " + i);
        }
        assertThat(maya.chat(chat).get("unread").asInt()).isEqualTo(4);
        assertThat(lena.chat(chat).get("unread").asInt()).isZero();
        int head = last;
        maya.line().says(Json.of("type", "read", "chat", chat, "n", head));
        lena.line()
                .hears(
                        "read",
                        frame -> frame.path("who").asText().equals(maya.id())
                                && frame.path("read").asInt() == head);
        assertThat(maya.chat(chat).get("unread").asInt()).isZero();
        assertThat(maya.chat(chat).get("read").asInt()).isEqualTo(head);
    }

    @Test
    void readMarksNeverGoBackAndNotBeyondTheEnd() {
        int head = lena.posts(chat, "hello");
        reads(chat, head);
        maya.line().says(Json.of("type", "read", "chat", chat, "n", 1));
        reads(desk.chat(lena, maya), 1);
        assertThat(maya.chat(chat).get("read").asInt()).isEqualTo(head);
        maya.line().says(Json.of("type", "read", "chat", chat, "n", 1_000));
        reads(desk.chat(lena, maya), 1);
        assertThat(maya.chat(chat).get("read").asInt()).isEqualTo(head);
        reads(chat, lena.posts(chat, "more"));
    }

    private void reads(String which, int n) {
        maya.line().says(Json.of("type", "read", "chat", which, "n", n));
        lena.line()
                .hears(
                        "read",
                        frame -> frame.path("chat").asText().equals(which)
                                && frame.path("read").asInt() == n);
    }

    private void writes(Client who, String text) {
        who.does(chat, "entries", Json.of("id", Product.newId(), "text", text));
    }
}
