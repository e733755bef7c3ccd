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

@QuarkusTest
@TestProfile(Unlimited.class)
class ParticipationProductTest {
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
    void invitedAgentSeesTheNoteAndJoinsAsParticipant() {
        var jonas = desk.agent("jonas");
        maya.does(chat, "invite", Json.of("agent", jonas.id(), "note", "tents are yours"));
        JsonNode row = jonas.hearsRequest("added", chat).get("request");
        assertThat(row.get("kind").asText()).isEqualTo("invitation");
        assertThat(row.get("note").asText()).isEqualTo("tents are yours");
        assertThat(row.at("/from/id").asText()).isEqualTo(maya.id());
        jonas.accepts(chat);
        jonas.posts(chat, "hello from me");
        assertThat(lena.sees(chat)).endsWith("hello from me");
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted", "joined", "message");
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "invited", "joined", "message");
    }

    @Test
    void invitingTwiceIsOneInvitation() {
        var jonas = desk.agent("jonas");
        JsonNode once = maya.invites(chat, jonas);
        assertThat(maya.invites(chat, jonas)).isEqualTo(once);
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "invited");
    }

    @Test
    void declinedInvitationLeavesALineForAgentsOnly() {
        var jonas = desk.agent("jonas");
        maya.invites(chat, jonas);
        jonas.hearsRequest("added", chat);
        jonas.does(chat, "decline", Json.of());
        jonas.hearsRequest("gone", chat);
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "invited", "declined");
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted");
        assertThat(maya.chat(chat).get("status").asText()).isEqualTo("active");
    }

    @Test
    void agentWithoutPermissionInTheChannelCannotBeInvited() {
        var stranger = product.desk().agent("stranger");
        assertThatThrownBy(() -> maya.invites(chat, stranger)).isRefusedWith(Code.NOT_AVAILABLE);
        assertThat(Json.texts(maya.door().get("/chats/" + chat + "/invitable").get("agents"), "/id"))
                .doesNotContain(stranger.id());
    }

    @Test
    void invitableAreThoseWhoAreThereAndNotInTheChat() {
        var jonas = desk.agent("jonas");
        var olga = desk.agent("olga", "chat_observer");
        var away = desk.agent("away");
        away.door().put("/me/availability", Json.of("availability", "unavailable"));
        JsonNode agents = maya.door().get("/chats/" + chat + "/invitable").get("agents");
        assertThat(Json.texts(agents, "/id")).contains(jonas.id(), olga.id()).doesNotContain(maya.id(), away.id());
        assertThat(Json.list(agents).stream()
                        .filter(agent -> agent.get("id").asText().equals(olga.id()))
                        .map(agent -> agent.get("level").asText()))
                .containsExactly("observer");
    }

    @Test
    void observerReadsAndMayNotWrite() {
        var olga = desk.agent("olga", "chat_observer");
        maya.invites(chat, olga);
        olga.accepts(chat);
        lena.posts(chat, "hello");
        assertThat(olga.sees(chat)).endsWith("hello");
        assertThatThrownBy(() -> olga.posts(chat, "hi")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> olga.does(chat, "close", Json.of())).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> olga.becomes(chat, "participant")).isRefusedWith(Code.FORBIDDEN);
        assertThat(olga.may(chat)).contains("read", "leave").doesNotContain("post", "note", "close");
    }

    @Test
    void ownerOfTheChannelObservesUninvitedThenTakesOver() {
        var boss = desk.agent("boss");
        boss.becomes(chat, "observer");
        boss.becomes(chat, "observer");
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "joined");
        assertThatThrownBy(() -> boss.posts(chat, "hi")).isRefusedWith(Code.FORBIDDEN);
        boss.becomes(chat, "owner");
        boss.posts(chat, "I take over");
        assertThat(lena.sees(chat)).endsWith("I take over");
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted", "joined", "message");
        assertThat(maya.kinds(chat))
                .containsExactly("message", "accepted", "joined", "level_changed", "joined", "message");
    }

    @Test
    void participantWhoBecomesObserverLeavesTheCustomersSight() {
        var jonas = desk.agent("jonas");
        jonas.becomes(chat, "observer");
        jonas.becomes(chat, "participant");
        assertThat(participants(lena)).contains(jonas.id());
        jonas.becomes(chat, "observer");
        assertThat(participants(lena)).doesNotContain(jonas.id());
        assertThat(lena.kinds(chat)).endsWith("joined", "left");
    }

    @Test
    void theOnlyContributorMayNotBecomeObserverNorLeave() {
        var boss = desk.agent("boss");
        boss.becomes(chat, "observer");
        assertThatThrownBy(() -> maya.becomes(chat, "observer")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> maya.leaves(chat)).isRefusedWith(Code.LAST_CONTRIBUTOR);
        boss.becomes(chat, "participant");
        assertThat(maya.leaves(chat).at("/my/state").asText()).isEqualTo("left");
        assertThat(maya.leaves(chat).at("/my/state").asText()).isEqualTo("left");
        assertThat(boss.chat(chat).get("status").asText()).isEqualTo("active");
        assertThat(boss.kinds(chat)).endsWith("left");
    }

    @Test
    void observerMayAlwaysLeaveUnseen() {
        var boss = desk.agent("boss");
        boss.becomes(chat, "observer");
        boss.leaves(chat);
        assertThat(maya.kinds(chat)).endsWith("joined", "left");
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted");
    }

    @Test
    void customerWhoLeavesEndsTheChat() {
        JsonNode left = lena.leaves(chat);
        assertThat(left.get("status").asText()).isEqualTo("closed");
        assertThat(left.get("reason").asText()).isEqualTo("left");
        assertThat(lena.leaves(chat)).isEqualTo(left);
        maya.hearsChat(chat, "/status", "closed");
        assertThat(maya.kinds(chat)).endsWith("left", "closed");
    }

    @Test
    void whoLeavesAnUnansweredRequestAbandonsIt() {
        String request = desk.request(lena, "anybody?");
        assertThat(lena.leaves(request).get("reason").asText()).isEqualTo("abandoned");
    }

    @Test
    void announcedChangeOfChannelIsSeenByAll() {
        String sales = desk.channel("Sales", Json.of());
        JsonNode moved = maya.does(chat, "channel", Json.of("channel", sales));
        assertThat(moved.at("/channel/id").asText()).isEqualTo(sales);
        assertThat(maya.does(chat, "channel", Json.of("channel", sales))).isEqualTo(moved);
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted", "channel_changed");
        lena.hearsChat(chat, "/channel/id", sales);
    }

    @Test
    void silentChangeOfChannelIsALineForAgentsOnly() {
        String sales = desk.channel("Sales", Json.of());
        maya.does(chat, "channel", Json.of("channel", sales, "silent", true));
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted");
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "channel_changed");
    }

    @Test
    void silentChangeOfChannelLeavesOutsidersWithTheOldNameUntilTheNextAnnouncedOne() {
        String sales = desk.channel("Sales", Json.of());
        String repairs = desk.channel("Repairs", Json.of());
        int heard = lena.line().heard("chat").size();
        maya.does(chat, "channel", Json.of("channel", sales, "silent", true));
        assertThat(maya.hearsChat(chat, "/channel/id", sales).at("/channel/id").asText())
                .isEqualTo(sales);
        maya.posts(chat, "one moment");
        assertThat(lena.sees(chat)).endsWith("one moment");
        assertThat(lena.line().heard("chat")).hasSize(heard);
        assertThat(lena.chat(chat).at("/channel/id").asText()).isEqualTo(desk.channel());
        maya.does(chat, "channel", Json.of("channel", repairs));
        assertThat(lena.hearsChat(chat, "/channel/id", repairs).get("status").asText())
                .isEqualTo("active");
    }

    @Test
    void chatMovesOnlyWhereTheAgentMayWrite() {
        var other = product.desk();
        assertThatThrownBy(() -> maya.does(chat, "channel", Json.of("channel", other.channel())))
                .isRefusedWith(Code.INVALID);
        String sales = desk.channel("Sales", Json.of());
        assertThat(Json.texts(maya.door().get("/chats/" + chat + "/channels").get("channels"), "/id"))
                .contains(sales)
                .doesNotContain(other.channel(), desk.channel());
    }

    @Test
    void closedChatIsReadOnlyAndClosingAgainAnswersTheSame() {
        JsonNode closed = maya.closes(chat);
        assertThat(maya.closes(chat)).isEqualTo(closed);
        lena.hearsChat(chat, "/status", "closed");
        assertThatThrownBy(() -> lena.posts(chat, "wait")).isRefusedWith(Code.CHAT_CLOSED);
        assertThatThrownBy(() -> maya.posts(chat, "wait")).isRefusedWith(Code.CHAT_CLOSED);
        assertThatThrownBy(() -> maya.does(chat, "invite", Json.of("agent", lena.id())))
                .isRefusedWith(Code.INVALID);
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted", "closed");
        assertThat(lena.may(chat)).containsExactly("read", "rate");
    }

    @Test
    void ownerReopensAClosedChatAsANewOneThatLinksToIt() {
        maya.closes(chat);
        assertThat(maya.may(chat)).contains("reopen");
        String again = maya.asks(
                Json.of("to", lena.id(), "text", "one more thing", "channel", desk.channel(), "continues", chat));
        lena.accepts(again);
        assertThat(maya.chat(again).get("continues").asText()).isEqualTo(chat);
        assertThat(maya.chat(chat).get("status").asText()).isEqualTo("closed");
    }

    @Test
    void whoDidNotOwnTheChatCannotReopenIt() {
        maya.closes(chat);
        var jonas = desk.agent("jonas");
        assertThatThrownBy(() -> jonas.asks(
                        Json.of("to", lena.id(), "text", "hello", "channel", desk.channel(), "continues", chat)))
                .isRefusedWith(Code.CHAT_CLOSED);
    }

    @Test
    void foreignChatDoesNotExistForAnybodyElse() {
        var stranger = product.desk().agent("stranger");
        var other = desk.customer("other");
        for (Client someone : List.of(stranger, other)) {
            assertThatThrownBy(() -> someone.chat(chat)).isRefusedWith(Code.NOT_FOUND);
            assertThatThrownBy(() -> someone.posts(chat, "hi")).isRefusedWith(Code.NOT_FOUND);
            for (String what : List.of("accept", "decline", "withdraw", "leave", "close")) {
                assertThatThrownBy(() -> someone.does(chat, what, Json.of())).isRefusedWith(Code.NOT_FOUND);
            }
            assertThatThrownBy(() -> someone.door().get("/chats/" + chat + "/entries"))
                    .isRefusedWith(Code.NOT_FOUND);
            someone.line().says(Json.of("type", "fetch", "chat", chat, "after", 0));
            assertThat(someone.line()
                            .hears("refused", frame -> !frame.has("id"))
                            .get("code")
                            .asText())
                    .isEqualTo("not_found");
        }
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted");
    }

    private List<String> participants(Client who) {
        return Json.texts(who.chat(chat).get("participants"), "/person/id");
    }
}
