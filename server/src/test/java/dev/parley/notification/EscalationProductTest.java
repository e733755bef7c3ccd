package dev.parley.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Json;
import dev.parley.app.MailServer;
import dev.parley.app.Patience;
import dev.parley.app.Product;
import dev.parley.app.ShiftedClock;
import dev.parley.app.WithMail;
import dev.parley.base.PersonId;
import dev.parley.people.People;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithMail.class)
class EscalationProductTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    @Inject
    Escalation escalation;

    @Inject
    AbsentAgents absent;

    @Inject
    People people;

    @Inject
    Database database;

    private Desk desk;
    private Client maya;
    private Client lena;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
    }

    private void passes(Duration time) {
        clock.pass(time);
        escalation.look();
        escalation.look();
    }

    private static long reminders(Client agent, String chat) {
        return agent.line().heard("request").stream()
                .filter(frame -> frame.get("change").asText().equals("reminder")
                        && frame.get("chat").asText().equals(chat))
                .count();
    }

    private static String email(Client agent) {
        return agent.me().get("email").asText();
    }

    private int letters(Client agent) {
        return database.read(handle -> handle.createQuery("select count(*) from outbox where recipient = :to")
                .bind("to", email(agent))
                .mapTo(Integer.class)
                .one());
    }

    private static void sees(Client agent, String chat) {
        agent.door().post("/requests/seen", Json.of("chats", List.of(chat)));
    }

    private static void wantsMail(Client agent, boolean wanted) {
        agent.door().put("/me/preferences", Json.of("notifications", Map.of("request", Map.of("email", wanted))));
    }

    @Test
    void requestNobodyHasSeenIsRemindedOfOnce() {
        Client jonas = desk.agent("jonas");
        jonas.door().put("/me/availability", Json.of("availability", "internal"));
        String chat = desk.request(lena, "anybody?");
        maya.hearsRequest("added", chat);
        passes(Duration.ofSeconds(20));
        assertThat(reminders(maya, chat)).isZero();
        passes(Duration.ofSeconds(11));
        maya.hearsRequest("reminder", chat);
        passes(Duration.ofSeconds(10));
        String other = desk.request(desk.customer("paul"), "me too");
        maya.hearsRequest("added", other);
        passes(Duration.ofSeconds(31));
        maya.hearsRequest("reminder", other);
        assertThat(reminders(maya, chat)).isEqualTo(1);
        assertThat(jonas.line().heard("request"))
                .noneMatch(frame -> frame.get("change").asText().equals("reminder"));
    }

    @Test
    void requestThatOneOwnerHasSeenIsLeftAlone() {
        Client jonas = desk.agent("jonas");
        String seen = desk.request(lena, "anybody?");
        String unseen = desk.request(desk.customer("paul"), "me too");
        sees(jonas, seen);
        passes(Duration.ofMinutes(3));
        maya.hearsRequest("reminder", unseen);
        assertThat(reminders(maya, seen)).isZero();
        assertThat(letters(maya)).isEqualTo(1);
    }

    @Test
    void whoDoesNotOwnTheChannelHasSeenNothing() {
        Client olga = desk.agent("olga", "chat_participant");
        String chat = desk.request(lena, "anybody?");
        sees(olga, chat);
        passes(Duration.ofSeconds(31));
        maya.hearsRequest("reminder", chat);
    }

    @Test
    void unseenRequestIsMailedOnceToThoseWhoWantItAndMayBeDisturbed() {
        Client jonas = desk.agent("jonas");
        Client quiet = desk.agent("quiet");
        wantsMail(jonas, false);
        wantsMail(quiet, true);
        Instant now = clock.instant();
        quiet.door()
                .put(
                        "/me/preferences",
                        Json.of(
                                "timeZone",
                                "UTC",
                                "quietHours",
                                Map.of(
                                        "from", TIME.format(now.minus(Duration.ofHours(1))),
                                        "to", TIME.format(now.plus(Duration.ofHours(1))))));
        maya.door().put("/me/preferences", Json.of("language", "de"));
        try (var server = new MailServer()) {
            desk.request(lena, "anybody?");
            passes(Duration.ofSeconds(100));
            assertThat(letters(maya)).isZero();
            passes(Duration.ofSeconds(21));
            MailServer.Arrived mail = server.arrived(email(maya), 1).getFirst();
            assertThat(mail.subject()).startsWith("Eine Chat-Anfrage wartet in Main");
            assertThat(mail.text()).contains(lena.name(), "/agent").doesNotContain("anybody?");
            passes(Duration.ofMinutes(3));
            assertThat(letters(maya)).isEqualTo(1);
            assertThat(letters(jonas)).isZero();
            assertThat(letters(quiet)).isZero();
        }
    }

    @Test
    void channelSaysAfterHowLongItIsMailed() {
        String hasty = desk.channel("Hasty", Json.of("escalateAfter", "PT40S"));
        maya.door().put("/me/channels", Json.of("channels", List.of(hasty)));
        lena.asks(Json.of("text", "anybody?", "channel", hasty));
        passes(Duration.ofSeconds(41));
        assertThat(letters(maya)).isEqualTo(1);
    }

    @Test
    void acceptedRequestIsMailedToNobody() {
        String chat = desk.request(lena, "anybody?");
        maya.accepts(chat);
        passes(Duration.ofMinutes(3));
        assertThat(letters(maya)).isZero();
        assertThat(reminders(maya, chat)).isZero();
    }

    @Test
    void agentWithoutAPageIsMailedAMessageOnceIfHeWantsTo() {
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, maya);
        jonas.becomes(chat, "owner");
        maya.door().put("/me/preferences", Json.of("notifications", Map.of("message", Map.of("email", true))));
        maya.line().breaks();
        Patience.until("Maya to be gone", () -> !people.connected(new PersonId(UUID.fromString(maya.id()))));
        absent.look();
        lena.posts(chat, "are you there?");
        Patience.until("the mail to Maya", () -> letters(maya) == 1);
        lena.posts(chat, "hello?");
        try (var server = new MailServer()) {
            clock.pass(Duration.ofMinutes(1));
            MailServer.Arrived mail = server.arrived(email(maya), 1).getFirst();
            assertThat(mail.subject()).isEqualTo(lena.name() + " wrote to you");
            assertThat(mail.text()).contains("/agent").doesNotContain("are you there?");
            assertThat(letters(maya)).isEqualTo(1);
            assertThat(letters(jonas)).isZero();
        }
    }

    @Test
    void testMailArrivesOrIsSaidToHaveFailed() {
        String path = "/me/notifications/test";
        assertThat(maya.door().post(path).get("email").asText()).isEqualTo("failed");
        try (var server = new MailServer()) {
            assertThat(maya.door().post(path).get("email").asText()).isEqualTo("sent");
            assertThat(server.arrived(email(maya), 1).getFirst().subject()).isEqualTo("Test notification");
        }
        assertThat(maya.door().post(path).get("push").asText()).isEqualTo("none");
    }
}
