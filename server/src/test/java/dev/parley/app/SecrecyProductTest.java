package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What agents do among themselves reaches no customer user and no public user, by any frame, answer or counter.
@QuarkusTest
@TestProfile(Unlimited.class)
class SecrecyProductTest {
    @Inject
    Product product;

    /// Everything an outsider can get hold of.
    private record Picture(JsonNode chat, JsonNode entries, JsonNode list) {
        static Picture of(Client who, String chat) {
            return new Picture(
                    who.chat(chat),
                    who.door().get("/chats/" + chat + "/entries?after=0"),
                    who.door().get("/chats"));
        }
    }

    @Test
    void nothingInternalReachesTheOutsider() {
        Desk desk = product.desk();
        Client maya = desk.agent("maya");
        Client lena = desk.customer("lena");
        Desk.Visitor sam = desk.visitor("Sam", "hello");
        maya.accepts(sam.chat());
        for (Desk.Visitor outsider : List.of(new Desk.Visitor(lena, desk.chat(lena, maya)), sam)) {
            String chat = outsider.chat();
            Client who = outsider.client();
            who.hearsChat(chat, "/status", "active");
            quiet(maya, who, chat);
            Picture before = Picture.of(who, chat);
            int heard = who.line().heard().size();
            List<String> secrets = happensInternally(desk, maya, chat);
            assertThat(Picture.of(who, chat)).isEqualTo(before);
            // What is said now comes after all that could have come of it.
            maya.posts(chat, "well then");
            assertThat(who.sees(chat)).endsWith("well then");
            List<JsonNode> since = new ArrayList<>(who.line().heard());
            List<JsonNode> news = since.subList(heard, since.size()).stream()
                    .filter(frame -> !frame.path("type").asText().equals("beat"))
                    .filter(frame -> !isMarkOf(maya, frame))
                    .toList();
            assertThat(news).hasSize(1);
            assertThat(news.getFirst().get("text").asText()).isEqualTo("well then");
            assertThat(news.getFirst().get("n").asInt())
                    .isEqualTo(before.chat().get("head").asInt() + 1);
            assertThat(Picture.of(who, chat).toString()).doesNotContain(secrets);
            assertThat(since.toString()).doesNotContain(secrets);
        }
    }

    /// Waits until the marks of what was written so far have been told.
    private static void quiet(Client maya, Client who, String chat) {
        int head = who.chat(chat).get("head").asInt();
        who.line()
                .hears(
                        "read",
                        frame -> frame.path("who").asText().equals(maya.id())
                                && frame.path("delivered").asInt() >= head);
    }

    private static boolean isMarkOf(Client maya, JsonNode frame) {
        return frame.path("type").asText().equals("read")
                && frame.path("who").asText().equals(maya.id());
    }

    /// Notes, an observer who comes, reads, types and goes, an invitation that is declined, a second owner's look.
    private static List<String> happensInternally(Desk desk, Client maya, String chat) {
        String name = "spy" + chat.substring(0, 4);
        Client spy = desk.agent(name);
        maya.notes(chat, "difficult customer");
        maya.does(chat, "invite", Json.of("agent", spy.id(), "note", "look at this"));
        spy.does(chat, "decline", Json.of("reason", "busy"));
        spy.becomes(chat, "observer");
        assertThat(spy.chat(chat).at("/my/level").asText()).isEqualTo("observer");
        spy.line().says(Json.of("type", "fetch", "chat", chat, "after", 0));
        spy.line().hears("page", page -> page.get("complete").asBoolean());
        spy.line().says(Json.of("type", "typing", "chat", chat));
        spy.line().says(Json.of("type", "read", "chat", chat, "n", 3));
        maya.line()
                .hears(
                        "read",
                        frame -> frame.path("who").asText().equals(spy.id())
                                && frame.path("read").asInt() == 3);
        spy.leaves(chat);
        maya.notes(chat, "he looked");
        maya.line()
                .hears(
                        "read",
                        frame -> frame.path("who").asText().equals(maya.id())
                                || frame.path("chat").asText().equals(chat));
        return List.of(spy.id(), name, "difficult customer", "look at this", "busy", "he looked", "\"agents\"");
    }

    @Test
    void outsidersWriteNoInternalNotesAndCannotActAsAgents() {
        Desk desk = product.desk();
        Client maya = desk.agent("maya");
        Client lena = desk.customer("lena");
        String chat = desk.chat(lena, maya);
        assertThatThrownBy(() -> lena.notes(chat, "psst")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> lena.does(
                        chat, "entries", Json.of("id", Product.newId(), "text", "psst", "visibility", "agents")))
                .isRefusedWith(Code.FORBIDDEN);
        for (String what : List.of("invite", "level", "channel")) {
            assertThatThrownBy(() -> lena.does(chat, what, Json.of())).isRefusedWith(Code.FORBIDDEN);
        }
        for (String path :
                List.of("/requests", "/people", "/chats/" + chat + "/visitor", "/chats/" + chat + "/invitable")) {
            assertThatThrownBy(() -> lena.door().get(path)).isRefusedWith(Code.FORBIDDEN);
        }
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted");
    }

    @Test
    void bothAudiencesCountWithoutHolesAndAgreeOnTheOrder() {
        Desk desk = product.desk();
        Client maya = desk.agent("maya");
        Client lena = desk.customer("lena");
        String chat = desk.chat(lena, maya);
        for (int i = 0; i < 5; i++) {
            maya.notes(chat, "note " + i);
            lena.posts(chat, "question " + i);
            maya.posts(chat, "answer " + i);
        }
        List<JsonNode> all = maya.log(chat);
        List<JsonNode> outside = lena.log(chat);
        assertThat(all).extracting(entry -> entry.get("n").asInt()).isEqualTo(oneTo(all.size()));
        assertThat(outside).extracting(entry -> entry.get("n").asInt()).isEqualTo(oneTo(outside.size()));
        assertThat(all.stream()
                        .filter(entry -> entry.get("visibility").asText().equals("everyone"))
                        .map(entry -> entry.path("text").asText()))
                .containsExactlyElementsOf(outside.stream()
                        .map(entry -> entry.path("text").asText())
                        .toList());
        lena.line().says(Json.of("type", "fetch", "chat", chat, "after", 0));
        lena.line().hears("page", page -> page.get("complete").asBoolean());
        assertThat(lena.sees(chat))
                .containsExactlyElementsOf(Json.texts(Json.of("e", outside).get("e"), "/text").stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static List<Integer> oneTo(int last) {
        return java.util.stream.IntStream.rangeClosed(1, last).boxed().toList();
    }
}
