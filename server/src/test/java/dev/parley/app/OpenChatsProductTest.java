package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an agent sees of chats that go on without him.
@QuarkusTest
@TestProfile(Unlimited.class)
class OpenChatsProductTest {
    @Inject
    Product product;

    private Desk desk;
    private Client maya;
    private Client lena;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
    }

    private static List<JsonNode> open(Client agent) {
        return Json.list(agent.door().get("/open-chats").get("chats"));
    }

    @Test
    void ownerSeesWhoTalksToWhomButNothingOfWhatIsSaid() {
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, maya);
        lena.posts(chat, "a secret");
        JsonNode row = open(jonas).getFirst();
        assertThat(row.get("chat").asText()).isEqualTo(chat);
        assertThat(row.at("/channel/id").asText()).isEqualTo(desk.channel());
        assertThat(row.at("/with/name").asText()).isEqualTo(lena.name());
        assertThat(row.get("company").asText()).startsWith("lena");
        assertThat(Json.texts(row.get("agents"), "/name")).containsExactly(maya.name());
        assertThat(row.get("mine").asBoolean()).isFalse();
        assertThat(row.toString()).doesNotContain("secret");
        assertThat(open(maya).getFirst().get("mine").asBoolean()).isTrue();
    }

    @Test
    void longestStandsFirstAndWhatIsClosedIsGone() {
        String first = desk.chat(lena, maya);
        String second = desk.chat(desk.customer("paul"), maya);
        assertThat(open(maya)).extracting(row -> row.get("chat").asText()).containsExactly(first, second);
        maya.does(first, "close", Json.of());
        assertThat(open(maya)).extracting(row -> row.get("chat").asText()).containsExactly(second);
    }

    @Test
    void requestsAndChatsAmongAgentsAreNotInIt() {
        Client jonas = desk.agent("jonas");
        desk.request(lena, "hello");
        jonas.accepts(maya.asks(jonas, "a word?"));
        assertThat(open(maya)).isEmpty();
    }

    @Test
    void observersOfTheChatDoNotCountAsWhoTalks() {
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, maya);
        jonas.becomes(chat, "observer");
        JsonNode row = open(jonas).getFirst();
        assertThat(row.get("mine").asBoolean()).isTrue();
        assertThat(Json.texts(row.get("agents"), "/name")).containsExactly(maya.name());
    }

    @Test
    void onlyOwnersOfTheChannelSeeIt() {
        desk.chat(lena, maya);
        assertThat(open(desk.agent("jonas", "chat_participant"))).isEmpty();
        assertThat(open(product.desk().agent("stranger"))).isEmpty();
        assertThatThrownBy(() -> lena.door().get("/open-chats")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> product.door().get("/open-chats")).isRefusedWith(Code.UNAUTHENTICATED);
    }
}
