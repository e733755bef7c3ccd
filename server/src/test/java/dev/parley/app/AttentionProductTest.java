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

/// What an agent wants to hear of a chat, what he has seen, and who else is looking.
@QuarkusTest
@TestProfile(Unlimited.class)
class AttentionProductTest {
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

    private void monitors(Client agent, String chat, String level) {
        agent.door().put("/chats/" + chat + "/monitoring", Json.of("level", level));
    }

    private static String monitoring(Client someone, String chat) {
        return someone.chat(chat).at("/my/monitoring").asText();
    }

    @Test
    void monitoringIsEachAgentsOwnAndToldToHisOtherPages() {
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, maya);
        jonas.becomes(chat, "owner");
        assertThat(monitoring(maya, chat)).isEqualTo("all");
        monitors(maya, chat, "customer");
        assertThat(maya.hearsChat(chat, "/my/monitoring", "customer")
                        .at("/my/level")
                        .asText())
                .isEqualTo("owner");
        assertThat(monitoring(jonas, chat)).isEqualTo("all");
        monitors(maya, chat, "off");
        assertThat(monitoring(maya, chat)).isEqualTo("off");
    }

    @Test
    void outsidersNeitherHearNorSeeMonitoring() {
        String chat = desk.chat(lena, maya);
        int before = lena.line().heard("chat").size();
        monitors(maya, chat, "off");
        maya.hearsChat(chat, "/my/monitoring", "off");
        lena.posts(chat, "anything new?");
        assertThat(lena.line().heard("chat")).hasSize(before);
        assertThat(lena.chat(chat).at("/my/monitoring").isMissingNode()).isTrue();
        assertThatThrownBy(() -> monitors(lena, chat, "off")).isRefusedWith(Code.FORBIDDEN);
    }

    @Test
    void whoIsNotInTheChatMonitorsNothing() {
        Client jonas = desk.agent("jonas");
        Client olga = desk.agent("olga", "chat_participant");
        String chat = desk.request(lena, "hello");
        assertThatThrownBy(() -> monitors(jonas, chat, "off")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> monitors(olga, chat, "off")).isRefusedWith(Code.NOT_FOUND);
        jonas.accepts(chat);
        assertThatThrownBy(() -> monitors(jonas, chat, "sometimes")).isRefusedWith(Code.INVALID);
    }

    private static void views(Client agent, String chat) {
        agent.line().says(Json.of("type", "viewing", "chat", chat));
    }

    private static void hearsViewing(Client agent, String chat, Client... people) {
        List<String> expected = List.of(people).stream().map(Client::id).toList();
        agent.line()
                .hears(
                        "viewing",
                        frame -> frame.get("chat").asText().equals(chat)
                                && Json.texts(frame.get("people"), "/id").equals(expected));
    }

    @Test
    void whoMayAcceptARequestHearsWhoIsLookingAtIt() {
        Client jonas = desk.agent("jonas");
        String chat = desk.request(lena, "hello");
        maya.hearsRequest("added", chat);
        jonas.hearsRequest("added", chat);
        views(maya, chat);
        hearsViewing(jonas, chat, maya);
        views(jonas, chat);
        hearsViewing(maya, chat, maya, jonas);
        assertThat(lena.line().heard("viewing")).isEmpty();
    }

    @Test
    void whoIsInTheChatHearsWhoIsLookingAtItAndNobodyElseDoes() {
        Client jonas = desk.agent("jonas");
        Client stranger = product.desk().agent("stranger");
        String chat = desk.chat(lena, maya);
        jonas.becomes(chat, "observer");
        jonas.hearsChat(chat, "/my/level", "observer");
        views(stranger, chat);
        views(jonas, chat);
        hearsViewing(maya, chat, jonas);
        assertThat(stranger.line().heard("viewing")).isEmpty();
        assertThat(maya.line().heard("viewing")).hasSize(1);
        views(lena, chat);
        JsonNode refused = lena.line().hears("refused");
        assertThat(refused.get("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void seenRequestsMayBeSaidAgainAndOthersArePassedOver() {
        String chat = desk.request(lena, "hello");
        for (int i = 0; i < 2; i++) {
            maya.door().post("/requests/seen", Json.of("chats", List.of(chat, Product.newId())));
        }
        assertThatThrownBy(() -> maya.door().post("/requests/seen", Json.of("chats", List.of("x"))))
                .isRefusedWith(Code.MALFORMED);
        assertThatThrownBy(() -> maya.door().post("/requests/seen")).isRefusedWith(Code.INVALID);
    }
}
