package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class DirectionsProductTest {
    @Inject
    Product product;

    private Desk desk;

    @BeforeEach
    void newDesk() {
        desk = product.desk();
    }

    @Test
    void customerAsksAnAgentAcceptsAndBothWrite() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        String chat = desk.request(lena, "the tent leaks");
        maya.hearsRequest("added", chat);
        maya.accepts(chat);
        lena.posts(chat, "hello");
        assertThat(maya.sees(chat)).endsWith("hello");
        maya.posts(chat, "good morning");
        assertThat(lena.sees(chat)).endsWith("hello", "good morning");
        assertThat(lena.chat(chat).at("/acceptedBy/id").asText()).isEqualTo(maya.id());
    }

    @Test
    void publicUserAsksWithANameAndChats() {
        var maya = desk.agent("maya");
        var sam = desk.visitor("Sam", "where is my order?");
        maya.accepts(sam.chat());
        assertThat(maya.line().hears("entry").get("kind").asText()).isEqualTo("accepted");
        sam.client().posts(sam.chat(), "still there?");
        assertThat(maya.sees(sam.chat())).endsWith("still there?");
        maya.posts(sam.chat(), "yes");
        assertThat(sam.client().sees(sam.chat())).containsExactly("where is my order?", "still there?", "yes");
    }

    @Test
    void agentAsksAnAgent() {
        var maya = desk.agent("maya");
        var jonas = desk.agent("jonas");
        String chat = maya.asks(jonas, "have a minute?");
        assertThat(jonas.hearsRequest("added", chat).at("/request/kind").asText())
                .isEqualTo("agent");
        jonas.accepts(chat);
        jonas.posts(chat, "sure");
        assertThat(maya.sees(chat)).endsWith("sure");
        assertThat(maya.chat(chat).at("/direction").asText()).isEqualTo("agent_agent");
        assertThat(Json.texts(maya.chat(chat).get("participants"), "/level")).containsExactly("owner", "owner");
    }

    @Test
    void agentAsksACustomerUserWhoAccepts() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        String chat = maya.asks(Json.of("to", lena.id(), "text", "your tent is ready", "channel", desk.channel()));
        lena.hearsChat(chat, "/status", "request");
        lena.accepts(chat);
        lena.posts(chat, "great");
        assertThat(maya.sees(chat)).endsWith("great");
        assertThat(lena.may(chat)).contains("post", "close", "leave");
    }

    @Test
    void customerCannotPickAnAgent() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        assertThatThrownBy(() -> lena.asks(maya, "only you")).isRefusedWith(Code.FORBIDDEN);
        assertThat(maya.requests()).isEmpty();
    }

    @Test
    void agentWhoSetHimselfUnavailableCannotBeAsked() {
        var maya = desk.agent("maya");
        var jonas = desk.agent("jonas");
        jonas.door().put("/me/availability", Json.of("availability", "unavailable"));
        assertThatThrownBy(() -> maya.asks(jonas, "have a minute?")).isRefusedWith(Code.NOT_AVAILABLE);
    }

    @Test
    void customerUserWhoIsNotConnectedCannotBeAsked() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        lena.door().delete("/session");
        assertThat(lena.line().closeCode()).isEqualTo(4401);
        assertThatThrownBy(() -> maya.asks(Json.of("to", lena.id(), "text", "hello", "channel", desk.channel())))
                .isRefusedWith(Code.NOT_AVAILABLE);
    }

    @Test
    void agentWithoutWritingPermissionCannotAskACustomerThere() {
        var observer = desk.agent("olga", "chat_observer");
        var lena = desk.customer("lena");
        assertThatThrownBy(() -> observer.asks(Json.of("to", lena.id(), "text", "hi", "channel", desk.channel())))
                .isRefusedWith(Code.FORBIDDEN);
    }

    @Test
    void publicUserGivesAName() {
        for (String name : List.of("", "   ", "\u202E")) {
            var refused = assertThatThrownBy(() -> desk.visitor(name, "hello")).isRefusedWith(Code.INVALID);
            assertThat(refused.answer().at("/fields/name").asText()).isNotEmpty();
        }
        var refused =
                assertThatThrownBy(() -> desk.visitor("x".repeat(65), "hello")).isRefusedWith(Code.INVALID);
        assertThat(refused.answer().at("/fields/name").asText()).isEqualTo("too_long");
    }

    @Test
    void publicUserHasOneChatOnly() {
        var sam = desk.visitor("Sam", "hello").client();
        assertThatThrownBy(() -> desk.request(sam, "and another")).isRefusedWith(Code.LIMIT);
    }

    @Test
    void channelThatChecksAvailabilityRefusesWhenNobodyIsThere() {
        String checked = desk.channel("Checked", Json.of("availabilityCheck", true));
        var lena = desk.customer("lena");
        assertThatThrownBy(() -> lena.asks(Json.of("text", "anybody?", "channel", checked)))
                .isRefusedWith(Code.NOT_AVAILABLE);
    }

    @Test
    void channelThatNobodyKnowsIsRefused() {
        var lena = desk.customer("lena");
        assertThatThrownBy(() -> lena.asks(Json.of("text", "hi", "channel", Product.newId())))
                .isRefusedWith(Code.NOT_FOUND);
    }
}
