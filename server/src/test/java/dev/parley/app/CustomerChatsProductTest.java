package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an agent sees of the chats of one customer user.
@QuarkusTest
@TestProfile(Unlimited.class)
class CustomerChatsProductTest {
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

    private JsonNode page(Client agent, String more) {
        return agent.door().get("/customer-users/" + lena.id() + "/chats" + more);
    }

    private List<JsonNode> chats(Client agent) {
        return Json.list(page(agent, "").get("chats"));
    }

    private List<String> ids(Client agent) {
        return Json.texts(page(agent, "").get("chats"), "/chat");
    }

    @Test
    void newestStandsFirstWithWhatIsKnownOfIt() {
        String first = desk.chat(lena, maya);
        maya.closes(first);
        lena.door().put("/chats/" + first + "/rating", Json.of("score", 4));
        String second = desk.request(lena, "x".repeat(300));
        List<JsonNode> rows = chats(maya);
        assertThat(rows).extracting(row -> row.get("chat").asText()).containsExactly(second, first);
        JsonNode closed = rows.get(1);
        assertThat(closed.at("/channel/id").asText()).isEqualTo(desk.channel());
        assertThat(closed.at("/agent/name").asText()).isEqualTo(maya.name());
        assertThat(closed.get("status").asText()).isEqualTo("closed");
        assertThat(closed.get("reason").asText()).isEqualTo("closed");
        assertThat(closed.get("text").asText()).isEqualTo("I need help");
        assertThat(closed.get("score").asInt()).isEqualTo(4);
        assertThat(closed.get("mayRead").asBoolean()).isTrue();
        assertThat(closed.has("closedAt")).isTrue();
        JsonNode waiting = rows.get(0);
        assertThat(waiting.get("status").asText()).isEqualTo("request");
        assertThat(waiting.get("text").asText()).hasSize(200);
        assertThat(waiting.has("agent")).isFalse();
        assertThat(waiting.has("score")).isFalse();
    }

    @Test
    void onlyChatsThatTheAgentMayReadAreInIt() {
        String mine = desk.chat(lena, maya);
        maya.closes(mine);
        Desk other = product.desk();
        Client stranger = other.agent("stranger");
        String theirs = other.request(lena, "something else");
        stranger.accepts(theirs);
        stranger.closes(theirs);
        assertThat(ids(maya)).containsExactly(mine);
        assertThat(ids(stranger)).containsExactly(theirs);
        assertThat(ids(desk.agent("jonas"))).containsExactly(mine);
        assertThat(ids(desk.agent("paula", "chat_participant"))).isEmpty();
        assertThat(ids(desk.agent("olga", "chat_observer"))).isEmpty();
    }

    @Test
    void ofWhatGoesOnWithoutHimTheAgentSeesWhoTalksAndNothingOfWhatIsSaid() {
        Client jonas = desk.agent("jonas");
        String chat = desk.request(lena, "a secret");
        maya.accepts(chat);
        JsonNode row = chats(jonas).getFirst();
        assertThat(row.get("chat").asText()).isEqualTo(chat);
        assertThat(row.at("/agent/name").asText()).isEqualTo(maya.name());
        assertThat(row.get("mayRead").asBoolean()).isFalse();
        assertThat(row.toString()).doesNotContain("secret");
        assertThat(chats(maya).getFirst().get("text").asText()).isEqualTo("a secret");
        jonas.becomes(chat, "observer");
        assertThat(chats(jonas).getFirst().get("text").asText()).isEqualTo("a secret");
    }

    @Test
    void whatAnAgentAskedForIsInItAndBeforeALaterChatOfTheSame() {
        String asked = maya.asks(Json.of("to", lena.id(), "text", "your boots are here", "channel", desk.channel()));
        assertThat(chats(maya).getFirst().at("/agent/name").asText()).isEqualTo(maya.name());
        lena.accepts(asked);
        maya.closes(asked);
        assertThat(ids(maya)).containsExactly(asked);
        assertThat(ids(desk.agent("jonas"))).isEmpty();
        String next = desk.request(lena, "which boots?");
        JsonNode before = maya.door().get("/chats/" + next + "/visitor").get("earlier");
        assertThat(Json.texts(before, "/id")).containsExactly(asked);
        assertThat(before.at("/0/with").asText()).isEqualTo(maya.name());
        JsonNode again = maya.door().get("/chats/" + asked + "/visitor").get("earlier");
        assertThat(Json.texts(again, "/id")).containsExactly(next);
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String chat = desk.chat(lena, maya);
            maya.closes(chat);
            all.addFirst(chat);
        }
        List<String> seen = new ArrayList<>();
        JsonNode page = page(maya, "?limit=2");
        while (page.has("cursor")) {
            seen.addAll(Json.texts(page.get("chats"), "/chat"));
            page = page(maya, "?limit=2&cursor=" + page.get("cursor").asText());
        }
        seen.addAll(Json.texts(page.get("chats"), "/chat"));
        assertThat(seen).isEqualTo(all);
        assertThat(page(maya, "?limit=5").has("cursor")).isFalse();
    }

    @Test
    void whatTheAgentMayNotSeeDoesNotEndTheList() {
        String mine = desk.chat(lena, maya);
        maya.closes(mine);
        Desk other = product.desk();
        Client stranger = other.agent("stranger");
        for (int i = 0; i < 2; i++) {
            stranger.closes(other.chat(lena, stranger));
        }
        JsonNode page = page(maya, "?limit=2");
        assertThat(Json.list(page.get("chats"))).isEmpty();
        page = page(maya, "?limit=2&cursor=" + page.get("cursor").asText());
        assertThat(Json.texts(page.get("chats"), "/chat")).containsExactly(mine);
        assertThat(page.has("cursor")).isFalse();
    }
}
