package dev.parley.transcript;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Json;
import dev.parley.app.Product;
import dev.parley.app.Unlimited;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class TranscriptProductTest {
    @Inject
    Product product;

    @Inject
    Database database;

    private Desk desk;
    private Client maya;
    private Client lena;
    private String chat;

    @BeforeEach
    void chatWithANote() {
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
        chat = desk.chat(lena, maya);
        maya.posts(chat, "hello, Lena");
        maya.notes(chat, "difficult customer");
        lena.posts(chat, "two\nlines");
    }

    private static HttpResponse<String> file(Client who, String chat, String query) {
        return who.door().ask("GET", "/chats/" + chat + "/transcript" + query, "");
    }

    private static JsonNode json(Client who, String chat) {
        return who.door().get("/chats/" + chat + "/transcript?format=json");
    }

    @Test
    void everyoneGetsHisOwnView() {
        String outside = file(lena, chat, "").body();
        assertThat(outside)
                .contains("hello, Lena", maya.name(), "        \u2068lines\u2069")
                .doesNotContain("difficult", "internal");
        assertThat(file(maya, chat, "").body()).contains("(internal): \u2068difficult customer\u2069");
        assertThat(json(lena, chat).toString()).doesNotContain("difficult", "\"agents\"");
    }

    @Test
    void jsonHoldsTheSameEntriesAsTheHistory() {
        for (Client who : List.of(lena, maya)) {
            JsonNode transcript = json(who, chat);
            List<JsonNode> lines = Json.list(transcript.get("lines"));
            List<JsonNode> log = who.log(chat);
            assertThat(lines).hasSameSizeAs(log);
            for (int i = 0; i < log.size(); i++) {
                int at = i;
                log.get(i)
                        .properties()
                        .forEach(member ->
                                assertThat(lines.get(at).get(member.getKey())).isEqualTo(member.getValue()));
            }
            assertThat(transcript.get("leftOut").asInt()).isZero();
            assertThat(Json.texts(transcript.get("people"), "/name")).containsExactly(lena.name(), maya.name());
        }
        assertThat(json(lena, chat).at("/lines/1/words").asText()).contains(" accepted");
    }

    @Test
    void fileIsNamedByItsDateAndNothingElse() {
        HttpResponse<String> text = file(lena, chat, "?timeZone=Europe/Berlin&locale=de");
        assertThat(text.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"chat-\\d{4}-\\d\\d-\\d\\d\\.txt\"");
        assertThat(text.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(text.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(text.body()).contains("Unterhaltung in", "Europe/Berlin");
        HttpResponse<String> data = file(lena, chat, "?format=json&timeZone=Asia/Kathmandu");
        assertThat(data.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith(".json\"");
        assertThat(Json.read(data.body()).at("/lines/0/localTime").asText()).endsWith("+05:45");
    }

    @Test
    void onlyWhoMayReadTheChatGetsIt() {
        Client stranger = desk.customer("stranger");
        Desk.Visitor sam = desk.visitor("Sam", "hello");
        assertThatThrownBy(() -> json(stranger, chat)).isRefusedWith(Code.NOT_FOUND);
        assertThatThrownBy(() -> json(sam.client(), chat)).isRefusedWith(Code.NOT_FOUND);
        assertThatThrownBy(() -> product.door().get("/chats/" + chat + "/transcript"))
                .isRefusedWith(Code.UNAUTHENTICATED);
        assertThat(file(sam.client(), sam.chat(), "").body()).contains("hello");
        maya.closes(chat);
        assertThat(file(lena, chat, "").body()).contains("closed the conversation", "Ended: ");
    }

    @Test
    void wrongWishesAreNamed() {
        for (Map.Entry<String, String> wish : Map.of(
                        "?format=pdf",
                        "format",
                        "?timeZone=Mars/Olympus",
                        "timeZone",
                        "?locale=not_a_locale!",
                        "locale")
                .entrySet()) {
            var refused = assertThatThrownBy(() -> lena.door().get("/chats/" + chat + "/transcript" + wish.getKey()))
                    .isRefusedWith(Code.INVALID);
            assertThat(refused.answer().get("fields").fieldNames()).toIterable().containsExactly(wish.getValue());
        }
    }

    @Test
    void longChatKeepsItsNewestLines() {
        int more = Transcripts.MOST_LINES + 20;
        database.change(tx -> tx.handle()
                .createUpdate("""
                        with grown as (
                            update chat set last_seq = last_seq + :more, last_public_seq = last_public_seq + :more
                             where id = :chat
                            returning id, last_seq - :more as seq, last_public_seq - :more as public_seq, requester_id)
                        insert into entry (chat_id, seq, public_seq, internal, kind, author_id, body, at)
                        select id, seq + i, public_seq + i, false, 'message', requester_id, 'line ' || i, now()
                          from grown, generate_series(1, :more) i
                        """)
                .bind("more", more)
                .bind("chat", ChatId.of(chat).value())
                .execute());
        JsonNode transcript = json(lena, chat);
        List<JsonNode> lines = Json.list(transcript.get("lines"));
        assertThat(lines).hasSize(Transcripts.MOST_LINES);
        assertThat(lines.getLast().get("text").asText()).isEqualTo("line " + more);
        assertThat(transcript.get("leftOut").asInt())
                .isEqualTo(lines.getFirst().get("n").asInt() - 1)
                .isEqualTo(lena.chat(chat).get("head").asInt() - Transcripts.MOST_LINES);
        assertThat(file(maya, chat, "").body()).contains("lines are left out");
    }
}
