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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an agent has at hand beside the chats: drafts and canned replies.
@QuarkusTest
@TestProfile(Unlimited.class)
class WorkplaceProductTest {
    @Inject
    Product product;

    private Desk desk;
    private Client maya;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.agent("maya");
    }

    private void drafts(Client agent, String chat, String text) {
        agent.door().put("/chats/" + chat + "/draft", Json.of("text", text, "visibility", "agents"));
    }

    private static List<JsonNode> drafts(Door door) {
        return Json.list(door.get("/me/drafts").get("drafts"));
    }

    @Test
    void draftIsKeptUntilItsTextIsEmpty() {
        String chat = desk.chat(desk.customer("lena"), maya);
        drafts(maya, chat, "he wa");
        drafts(maya, chat, "he was here before");
        JsonNode draft = drafts(maya.door()).getFirst();
        assertThat(drafts(maya.door())).hasSize(1);
        assertThat(draft.get("chat").asText()).isEqualTo(chat);
        assertThat(draft.get("text").asText()).isEqualTo("he was here before");
        assertThat(draft.get("visibility").asText()).isEqualTo("agents");
        assertThat(draft.has("at")).isTrue();
        drafts(maya, chat, "");
        drafts(maya, chat, " ");
        assertThat(drafts(maya.door())).isEmpty();
    }

    @Test
    void draftsAreEachAgentsOwnAndOnlyOfChatsHeMayRead() {
        Client jonas = desk.agent("jonas", "chat_participant");
        String chat = desk.chat(desk.customer("lena"), maya);
        drafts(maya, chat, "secret");
        assertThat(drafts(jonas.door())).isEmpty();
        assertThatThrownBy(() -> drafts(jonas, chat, "x")).isRefusedWith(Code.NOT_FOUND);
        assertThatThrownBy(() -> drafts(maya, chat, "x".repeat(4_001))).isRefusedWith(Code.TOO_LONG);
    }

    @Test
    void signingOutForgetsDrafts() {
        String chat = desk.chat(desk.customer("lena"), maya);
        drafts(maya, chat, "not sent");
        Door again = desk.signsIn("agent", "maya");
        maya.door().delete("/session");
        Patience.until("the draft to go", () -> drafts(again).isEmpty());
    }

    private static JsonNode adds(Client agent, ObjectNode reply) {
        return agent.door().post("/canned-replies", reply);
    }

    private static List<String> codes(Client agent) {
        return Json.texts(agent.door().get("/canned-replies").get("replies"), "/code");
    }

    private static ObjectNode own(String code, String text) {
        return Json.of("code", code, "text", text, "scope", "own");
    }

    private ObjectNode ofChannel(String code) {
        return Json.of("code", code, "text", "We are on it", "scope", "channel", "channel", desk.channel());
    }

    @Test
    void ownRepliesAreSeenAndChangedByOneselfOnly() {
        Client jonas = desk.agent("jonas");
        JsonNode hello = adds(maya, own("hello", "Hello {{customer.name}}"));
        assertThat(hello.get("scope").asText()).isEqualTo("own");
        assertThat(hello.get("mayEdit").asBoolean()).isTrue();
        assertThat(hello.has("channel")).isFalse();
        assertThat(codes(maya)).contains("hello");
        assertThat(codes(jonas)).doesNotContain("hello");
        String path = "/canned-replies/" + hello.get("id").asText();
        assertThatThrownBy(() -> jonas.door().put(path, own("hello", "x"))).isRefusedWith(Code.NOT_FOUND);
        assertThatThrownBy(() -> jonas.door().delete(path)).isRefusedWith(Code.NOT_FOUND);
        assertThat(maya.door().put(path, own("moin", "Moin")).get("text").asText())
                .isEqualTo("Moin");
        maya.door().delete(path);
        assertThat(codes(maya)).doesNotContain("hello", "moin");
        assertThatThrownBy(() -> maya.door().delete(path)).isRefusedWith(Code.NOT_FOUND);
        adds(maya, own("moin", "Moin again"));
    }

    @Test
    void channelsRepliesAreSeenByItsAgentsAndChangedByItsOwners() {
        Client olga = desk.agent("olga", "chat_observer");
        Client stranger = product.desk().agent("stranger");
        JsonNode reply = adds(maya, ofChannel("on-it"));
        assertThat(reply.at("/channel/id").asText()).isEqualTo(desk.channel());
        JsonNode seen = Json.list(olga.door().get("/canned-replies").get("replies")).stream()
                .filter(one -> one.get("id").equals(reply.get("id")))
                .findFirst()
                .orElseThrow();
        assertThat(seen.get("mayEdit").asBoolean()).isFalse();
        assertThat(Json.texts(stranger.door().get("/canned-replies").get("replies"), "/id"))
                .doesNotContain(reply.get("id").asText());
        String path = "/canned-replies/" + reply.get("id").asText();
        assertThatThrownBy(() -> olga.door().delete(path)).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> adds(olga, ofChannel("mine"))).isRefusedWith(Code.FORBIDDEN);
        Refused unknown =
                assertThatThrownBy(() -> adds(stranger, ofChannel("mine"))).isRefusedWith(Code.INVALID);
        assertThat(unknown.answer().at("/fields/channel").asText()).isEqualTo("unknown");
    }

    @Test
    void repliesOfAllAreChangedByAdministratorsOnly() {
        Client root = desk.administrator("root");
        String code = "all-" + Product.newId().substring(0, 8);
        ObjectNode global = Json.of("code", code, "text", "Bye", "scope", "global");
        assertThatThrownBy(() -> adds(maya, global)).isRefusedWith(Code.FORBIDDEN);
        String path = "/canned-replies/" + adds(root, global).get("id").asText();
        assertThat(codes(maya)).contains(code);
        assertThatThrownBy(() -> maya.door().delete(path)).isRefusedWith(Code.FORBIDDEN);
        root.door().delete(path);
        assertThat(codes(maya)).doesNotContain(code);
    }

    @Test
    void codeIsThereOnceBesideItsLikeAndAddingTheSameAgainIsARepeat() {
        JsonNode first = adds(maya, own("Thanks", "Thank you"));
        assertThat(adds(maya, own("Thanks", "Thank you")).get("id")).isEqualTo(first.get("id"));
        Refused taken = assertThatThrownBy(() -> adds(maya, own("thanks", "Thanks a lot")))
                .isRefusedWith(Code.INVALID);
        assertThat(taken.answer().at("/fields/code").asText()).isEqualTo("taken");
        adds(maya, ofChannel("Thanks"));
        adds(desk.agent("jonas"), own("thanks", "mine"));
        String other = adds(maya, own("other", "x")).get("id").asText();
        assertThatThrownBy(() -> maya.door().put("/canned-replies/" + other, own("THANKS", "x")))
                .isRefusedWith(Code.INVALID);
        maya.door().put("/canned-replies/" + first.get("id").asText(), own("thanks", "Thank you"));
    }

    @Test
    void repliesThatNoComposerCouldUseAreRefused() {
        assertThat(wrong(own("two words", "x"), "code")).isEqualTo("format");
        assertThat(wrong(own("x".repeat(33), "x"), "code")).isEqualTo("too_long");
        assertThat(wrong(own("", "x"), "code")).isEqualTo("required");
        assertThat(wrong(own("long", "x".repeat(4_001)), "text")).isEqualTo("too_long");
        assertThat(wrong(own("none", " "), "text")).isEqualTo("required");
        assertThat(wrong(Json.of("code", "a", "text", "b"), "scope")).isEqualTo("required");
        assertThat(wrong(Json.of("code", "a", "text", "b", "scope", "channel"), "channel"))
                .isEqualTo("required");
        adds(maya, own("größe_2-x", "😀".repeat(4_000)));
    }

    private String wrong(ObjectNode reply, String field) {
        return assertThatThrownBy(() -> adds(maya, reply))
                .isRefusedWith(Code.INVALID)
                .answer()
                .at("/fields/" + field)
                .asText();
    }
}
