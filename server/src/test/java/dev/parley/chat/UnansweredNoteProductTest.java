package dev.parley.chat;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Json;
import dev.parley.app.MailServer;
import dev.parley.app.Product;
import dev.parley.app.Refused;
import dev.parley.app.ShiftedClock;
import dev.parley.app.WithMail;
import dev.parley.base.Code;
import dev.parley.channel.Masking;
import dev.parley.channel.Masks;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A note to whoever did not answer a request in time.
@QuarkusTest
@TestProfile(WithMail.class)
class UnansweredNoteProductTest {
    private static final String NOTE = "I need the key to room 4.\nPlease call me.";

    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    @Inject
    ChatTimers timers;

    @Inject
    Masks masks;

    @Inject
    Database database;

    private Desk desk;
    private Client maya;
    private Client jonas;
    private Client lena;
    private String hasty;

    @BeforeEach
    void deskWhereRequestsAreSoonMissed() {
        desk = product.desk();
        maya = desk.agent("maya");
        jonas = desk.agent("jonas");
        lena = desk.customer("lena");
        hasty = desk.channel("Hasty", Json.of("missedAfter", "PT2M"));
        missedAfter("2 minutes");
    }

    @AfterEach
    void asBefore() {
        missedAfter("30 minutes");
    }

    /// Of the Default channel, where agents ask each other.
    private void missedAfter(String interval) {
        changes("update chat_channel set missed_after = cast(:value as interval) where is_default", interval);
    }

    private void changes(String sql, Object value) {
        database.change(tx -> tx.handle().createUpdate(sql).bind("value", value).execute());
    }

    private String missed(String chat) {
        clock.pass(Duration.ofSeconds(121));
        timers.look();
        maya.hearsChat(chat, "/reason", "missed");
        return chat;
    }

    private String missedByJonas() {
        return missed(maya.asks(jonas, "Do you have a minute?"));
    }

    private String missedByLena() {
        return missed(maya.asks(Json.of("to", lena.id(), "text", "Your boots are ready.", "channel", hasty)));
    }

    private static JsonNode leaves(Client who, String chat, String text) {
        return who.does(chat, "note", Json.of("text", text));
    }

    private static void refuses(Client who, String chat, Code code) {
        assertThatThrownBy(() -> leaves(who, chat, NOTE)).isRefusedWith(code);
    }

    private static String email(Client who) {
        return who.me().get("email").asText();
    }

    private int letters(Client to) {
        return database.read(handle -> handle.createQuery("select count(*) from outbox where recipient = :to")
                .bind("to", email(to))
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void colleagueIsMailedTheNoteInHisLanguageAndBothReadItInTheChat() {
        jonas.door().put("/me/preferences", Json.of("language", "de"));
        String chat = missedByJonas();
        assertThat(maya.may(chat)).contains("leave_note");
        try (var server = new MailServer()) {
            JsonNode view = leaves(maya, chat, NOTE);
            assertThat(view.get("status").asText()).isEqualTo("closed");
            assertThat(Json.texts(view.at("/my/may"), "")).contains("read").doesNotContain("leave_note");
            MailServer.Arrived mail = server.arrived(email(jonas), 1).getFirst();
            assertThat(mail.subject()).isEqualTo(maya.name() + " hat Ihnen eine Notiz hinterlassen");
            assertThat(mail.text()).contains(NOTE, "Do you have a minute?", "/agent");
        }
        maya.line().hears("entry", entry -> entry.path("kind").asText().equals("note_left"));
        for (Client reader : List.of(maya, jonas)) {
            assertThat(reader.kinds(chat)).containsExactly("message", "closed", "note_left");
            JsonNode line = reader.log(chat).getLast();
            assertThat(line.get("text").asText()).isEqualTo(NOTE);
            assertThat(line.at("/by/id").asText()).isEqualTo(maya.id());
            assertThat(line.at("/who/id").asText()).isEqualTo(jonas.id());
        }
    }

    @Test
    void customerUserReadsTheNameThatMasksTheAgentInMailAndChat() {
        Client boss = desk.administrator("boss");
        masked(boss, "numbered");
        changes("update customer_user set locale = 'ar' where id = :value", UUID.fromString(lena.id()));
        String chat = missedByLena();
        try (var server = new MailServer()) {
            leaves(maya, chat, NOTE);
            MailServer.Arrived mail = server.arrived(email(lena), 1).getFirst();
            assertThat(mail.subject()).isEqualTo("ترك لك Support 1 ملاحظة");
            assertThat(mail.text()).contains(NOTE, "Your boots are ready.").doesNotContain("/agent");
            for (String name : maya.name().split(" ")) {
                assertThat(mail.from() + mail.subject() + mail.text()).doesNotContain(name);
            }
        }
        JsonNode line = lena.log(chat).getLast();
        assertThat(line.at("/by/name").asText()).isEqualTo("Support 1");
        assertThat(line.get("text").asText()).isEqualTo(NOTE);
        masked(boss, "off");
    }

    private void masked(Client boss, String style) {
        boss.door().put("/admin/settings", Json.of("mask.agents", style));
        boss.line()
                .await(
                        "masks " + style,
                        () -> Optional.of(masks.now()).map(Masking::on).filter(on -> on != style.equals("off")));
    }

    @Test
    void sameNoteAgainIsARepeatAndAnotherOneIsRefused() {
        String chat = missedByJonas();
        leaves(maya, chat, NOTE);
        assertThat(leaves(maya, chat, NOTE).get("id").asText()).isEqualTo(chat);
        assertThatThrownBy(() -> leaves(maya, chat, "One more thing")).isRefusedWith(Code.ALREADY_NOTED);
        assertThat(maya.kinds(chat)).containsOnlyOnce("note_left");
        assertThat(letters(jonas)).isEqualTo(1);
    }

    @Test
    void manyAtOnceLeaveOneNote() throws Exception {
        String chat = missedByJonas();
        List<Callable<Integer>> tries = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    try {
                        leaves(maya, chat, "Try " + i);
                        return 1;
                    } catch (Refused refused) {
                        assertThat(refused.answer().get("code").asText()).isEqualTo("already_noted");
                        return 0;
                    }
                })
                .toList();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            int left = 0;
            for (var one : hands.invokeAll(tries)) {
                left += one.get();
            }
            assertThat(left).isEqualTo(1);
        }
        assertThat(maya.kinds(chat)).containsOnlyOnce("note_left");
        assertThat(letters(jonas)).isEqualTo(1);
    }

    @Test
    void onlyWhoeverAskedLeavesANote() {
        String toJonas = missedByJonas();
        String toLena = missedByLena();
        refuses(jonas, toJonas, Code.FORBIDDEN);
        refuses(lena, toLena, Code.FORBIDDEN);
        refuses(jonas, toLena, Code.NOT_FOUND);
        refuses(desk.agent("olga"), toJonas, Code.NOT_FOUND);
        assertThat(jonas.may(toJonas)).doesNotContain("leave_note");
        assertThat(letters(jonas) + letters(lena)).isZero();
    }

    @Test
    void onlyAPersonWhoDidNotAnswerInTimeIsLeftANote() {
        String waiting = maya.asks(jonas, "Do you have a minute?");
        refuses(maya, waiting, Code.FORBIDDEN);
        maya.does(waiting, "withdraw", Json.of());
        refuses(maya, waiting, Code.FORBIDDEN);
        String declined = maya.asks(jonas, "And now?");
        jonas.does(declined, "decline", Json.of());
        refuses(maya, declined, Code.FORBIDDEN);
        String accepted = maya.asks(jonas, "And now?");
        jonas.accepts(accepted);
        refuses(maya, accepted, Code.FORBIDDEN);
        maya.closes(accepted);
        refuses(maya, accepted, Code.FORBIDDEN);
        String toTheDesk = lena.asks(Json.of("text", "anybody?", "channel", hasty));
        clock.pass(Duration.ofSeconds(121));
        timers.look();
        refuses(maya, toTheDesk, Code.FORBIDDEN);
        refuses(lena, toTheDesk, Code.FORBIDDEN);
        assertThat(letters(jonas) + letters(lena)).isZero();
    }

    @Test
    void whatIsNoMessageIsNoNoteEither() {
        String chat = missedByJonas();
        assertThatThrownBy(() -> leaves(maya, chat, " \n")).isRefusedWith(Code.EMPTY);
        assertThatThrownBy(() -> leaves(maya, chat, "x".repeat(4_001))).isRefusedWith(Code.TOO_LONG);
        assertThatThrownBy(() -> leaves(maya, chat, "a\u0000b")).isRefusedWith(Code.MALFORMED);
        assertThatThrownBy(() -> maya.does(chat, "note", Json.of())).isRefusedWith(Code.INVALID);
        assertThat(maya.kinds(chat)).doesNotContain("note_left");
        assertThat(maya.may(chat)).contains("leave_note");
        assertThat(letters(jonas)).isZero();
    }

    @Test
    void whoseAccountIsNotValidAnyMoreIsNotWrittenTo() {
        String chat = missedByLena();
        changes("update customer_user set valid = false where id = :value", UUID.fromString(lena.id()));
        assertThat(maya.may(chat)).doesNotContain("leave_note");
        refuses(maya, chat, Code.NOT_AVAILABLE);
        assertThat(letters(lena)).isZero();
    }
}
