package dev.parley.chat;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Json;
import dev.parley.app.Patience;
import dev.parley.app.Product;
import dev.parley.app.ShiftedClock;
import dev.parley.app.Unlimited;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.people.People;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class ChatTimersProductTest {
    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    @Inject
    ChatTimers timers;

    @Inject
    People people;

    private Desk desk;
    private Client maya;
    private Client lena;
    private String channel;

    @BeforeEach
    void deskWithShortLimits() {
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
        channel = desk.channel(
                "Hasty",
                Json.of(
                        "noAnswerAfter", "PT1M",
                        "missedAfter", "PT2M",
                        "idleWarningAfter", "PT1M",
                        "idleCloseAfter", "PT2M"));
        maya.door().put("/me/channels", Json.of("channels", List.of(channel)));
    }

    private String asks() {
        return lena.asks(Json.of("text", "anybody?", "channel", channel));
    }

    private void passes(Duration time) {
        clock.pass(time);
        timers.look();
        timers.look();
    }

    @Test
    void outsiderIsToldOnceThatNobodyHasAnsweredYet() {
        String chat = asks();
        passes(Duration.ofSeconds(30));
        assertThat(lena.kinds(chat)).containsExactly("message");
        passes(Duration.ofSeconds(31));
        lena.line().hears("entry", entry -> entry.path("kind").asText().equals("no_answer_yet"));
        assertThat(lena.kinds(chat)).containsExactly("message", "no_answer_yet");
    }

    @Test
    void outsiderIsToldInTheDesksOwnWords() {
        Client boss = product.desk().administrator("boss");
        boss.door().put("/admin/settings", Json.of("text.no-answer", "We are at the trade fair today."));
        String chat = asks();
        passes(Duration.ofSeconds(61));
        boss.door().put("/admin/settings", Json.of("text.no-answer", ""));
        assertThat(lena.log(chat).getLast().path("text").asText()).isEqualTo("We are at the trade fair today.");
    }

    @Test
    void requestThatNobodyAcceptsIsMissed() {
        String chat = asks();
        maya.hearsRequest("added", chat);
        passes(Duration.ofSeconds(121));
        assertThat(lena.hearsChat(chat, "/reason", "missed").get("status").asText())
                .isEqualTo("closed");
        maya.hearsRequest("gone", chat);
        assertThat(lena.kinds(chat)).endsWith("closed").containsOnlyOnce("closed");
    }

    @Test
    void acceptedRequestIsLeftAlone() {
        String chat = asks();
        maya.accepts(chat);
        passes(Duration.ofSeconds(121));
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted");
    }

    @Test
    void chatWhoseOutsiderIsGoneIsWarnedAndThenClosed() {
        String chat = gone();
        passes(Duration.ofSeconds(61));
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "idle_warning");
        passes(Duration.ofSeconds(60));
        assertThat(maya.hearsChat(chat, "/reason", "timeout").get("status").asText())
                .isEqualTo("closed");
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "idle_warning", "closed");
    }

    @Test
    void outsiderWhoComesBackAfterTheWarningKeepsHisChat() {
        String chat = gone();
        passes(Duration.ofSeconds(61));
        lena.returns(chat);
        passes(Duration.ofSeconds(61));
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "idle_warning");
        lena.posts(chat, "I am back");
        assertThat(maya.chat(chat).get("status").asText()).isEqualTo("active");
    }

    @Test
    void whoGoesAgainIsWarnedAgainBeforeTheChatIsClosed() {
        String chat = gone();
        passes(Duration.ofSeconds(61));
        lena.returns(chat);
        passes(Duration.ofSeconds(1));
        hangsUp();
        passes(Duration.ofSeconds(61));
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted", "idle_warning", "idle_warning");
        passes(Duration.ofSeconds(60));
        assertThat(maya.kinds(chat)).endsWith("closed");
    }

    @Test
    void invitationThatNobodyAnswersLapsesUnseenByTheOutsider() {
        String chat = asks();
        maya.accepts(chat);
        Client jonas = desk.agent("jonas");
        maya.invites(chat, jonas);
        jonas.hearsRequest("added", chat);
        passes(Duration.ofSeconds(119));
        assertThat(jonas.requests()).contains(chat);
        passes(Duration.ofSeconds(2));
        jonas.hearsRequest("gone", chat);
        assertThat(maya.hearsChat(chat, "/participants/2/state", "declined")
                        .get("status")
                        .asText())
                .isEqualTo("active");
        JsonNode line = maya.log(chat).getLast();
        assertThat(line.get("kind").asText()).isEqualTo("declined");
        assertThat(line.has("by")).isFalse();
        assertThat(line.at("/who/id").asText()).isEqualTo(jonas.id());
        assertThat(lena.kinds(chat)).containsExactly("message", "accepted");
        maya.invites(chat, jonas);
        assertThat(jonas.requests()).contains(chat);
    }

    @Test
    void withoutMailNobodyIsLeftANote() {
        String chat = maya.asks(Json.of("to", lena.id(), "text", "Your boots are ready.", "channel", channel));
        passes(Duration.ofSeconds(121));
        JsonNode missed = maya.hearsChat(chat, "/reason", "missed");
        assertThat(Json.texts(missed.at("/my/may"), "")).contains("reopen").doesNotContain("leave_note");
        assertThatThrownBy(() -> maya.does(chat, "note", Json.of("text", "Call me.")))
                .isRefusedWith(Code.NOT_AVAILABLE);
        assertThat(maya.kinds(chat)).containsExactly("message", "closed");
    }

    /// An active chat whose customer has hung up, and that was noticed.
    private String gone() {
        String chat = asks();
        maya.accepts(chat);
        hangsUp();
        return chat;
    }

    private void hangsUp() {
        lena.line().breaks();
        Patience.until("Lena to be gone", () -> !people.connected(new PersonId(UUID.fromString(lena.id()))));
        timers.look();
    }
}
