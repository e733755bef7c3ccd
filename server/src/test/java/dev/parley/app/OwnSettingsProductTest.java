package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an agent sets for himself: preferences, password, out of office.
@QuarkusTest
@TestProfile(Unlimited.class)
class OwnSettingsProductTest {
    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    private Desk desk;
    private Client maya;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.agent("maya");
    }

    private JsonNode prefers(ObjectNode change) {
        return maya.door().put("/me/preferences", change);
    }

    private String wrong(String field, ObjectNode change) {
        return assertThatThrownBy(() -> prefers(change))
                .isRefusedWith(Code.INVALID)
                .answer()
                .at("/fields/" + field)
                .asText();
    }

    @Test
    void preferencesAreUsualUntilSomebodyChangesThem() {
        JsonNode usual = maya.door().get("/me/preferences");
        assertThat(usual.has("language")).isFalse();
        assertThat(usual.get("theme").asText()).isEqualTo("auto");
        assertThat(usual.get("enterSends").asBoolean()).isTrue();
        assertThat(usual.get("singleKeys").asBoolean()).isFalse();
        assertThat(usual.at("/notifications/mention/popup").asBoolean()).isTrue();
        assertThat(usual.has("quietHours")).isFalse();
    }

    @Test
    void membersLeftOutKeepTheirValueAndNullForgets() {
        prefers(Json.of("theme", "dark", "language", "de", "quietHours", Map.of("from", "22:00", "to", "07:30")));
        prefers(Json.of("notifications", Map.of("message", Map.of("sound", false))));
        JsonNode kept = maya.door().get("/me/preferences");
        assertThat(kept.get("theme").asText()).isEqualTo("dark");
        assertThat(kept.at("/quietHours/to").asText()).isEqualTo("07:30");
        assertThat(kept.at("/notifications/message/sound").asBoolean()).isFalse();
        assertThat(kept.at("/notifications/message/popup").asBoolean()).isTrue();
        prefers(Json.of("quietHours", NullNode.getInstance(), "theme", NullNode.getInstance()));
        JsonNode forgotten = maya.door().get("/me/preferences");
        assertThat(forgotten.has("quietHours")).isFalse();
        assertThat(forgotten.get("theme").asText()).isEqualTo("auto");
        assertThat(forgotten.get("language").asText()).isEqualTo("de");
    }

    @Test
    void keysAreKeptOneByOneAndForgottenOneByOne() {
        prefers(Json.of("keys", Map.of("palette", "Ctrl+J", "note", "M")));
        prefers(Json.of("keys", Map.of("note", "I")));
        assertThat(maya.door().get("/me/preferences").get("keys")).isEqualTo(Json.of("palette", "Ctrl+J", "note", "I"));
        JsonNode left = prefers(Json.of("keys", Json.of("palette", NullNode.getInstance())));
        assertThat(left.get("keys")).isEqualTo(Json.of("note", "I"));
        assertThat(prefers(Json.of("keys", NullNode.getInstance())).get("keys")).isEqualTo(Json.of());
        assertThat(wrong("keys", Json.of("keys", Map.of("no name", "J")))).isEqualTo("format");
        assertThat(wrong("keys", Json.of("keys", Map.of("note", "x".repeat(33)))))
                .isEqualTo("format");
    }

    @Test
    void languageAndTimeZoneAreTheAccountsToo() {
        prefers(Json.of("language", "de", "timeZone", "Europe/Berlin"));
        JsonNode me = maya.door().get("/session").get("me");
        assertThat(me.get("locale").asText()).isEqualTo("de");
        assertThat(me.get("timeZone").asText()).isEqualTo("Europe/Berlin");
    }

    @Test
    void preferencesThatNoConsoleCouldShowAreRefused() {
        assertThat(wrong("theme", Json.of("theme", "pink"))).isEqualTo("unknown");
        assertThat(wrong("announce", Json.of("announce", "nothing"))).isEqualTo("unknown");
        assertThat(wrong("language", Json.of("language", "../en"))).isEqualTo("format");
        assertThat(wrong("timeZone", Json.of("timeZone", "Mars/Olympus"))).isEqualTo("unknown");
        assertThat(wrong("quietHours", Json.of("quietHours", Map.of("from", "9", "to", "17:00"))))
                .isEqualTo("format");
        assertThat(wrong("quietHours", Json.of("quietHours", Map.of("from", "09:00"))))
                .isEqualTo("format");
        assertThatThrownBy(() -> prefers(Json.of("enterSends", "yes"))).isRefusedWith(Code.MALFORMED);
        assertThatThrownBy(() -> prefers(Json.of("notifications", 1))).isRefusedWith(Code.MALFORMED);
        assertThatThrownBy(() -> desk.customer("lena").door().get("/me/preferences"))
                .isRefusedWith(Code.FORBIDDEN);
    }

    @Test
    void preferencesAreEachAgentsOwn() {
        prefers(Json.of("theme", "dark"));
        assertThat(desk.agent("jonas")
                        .door()
                        .get("/me/preferences")
                        .get("theme")
                        .asText())
                .isEqualTo("auto");
    }

    @Test
    void withoutMailServerTheTestSaysSo() {
        JsonNode tried = maya.door().post("/me/notifications/test");
        assertThat(tried.get("email").asText()).isEqualTo("off");
        assertThat(tried.get("push").asText()).isEqualTo("none");
    }

    private void changes(String current, String next) {
        maya.door().put("/me/password", Json.of("current", current, "next", next));
    }

    @Test
    void newPasswordEndsTheOtherSessionsAndIsTheOneToSignInWith() {
        Door elsewhere = desk.signsIn("agent", "maya");
        changes(Product.PASSWORD, "a quite different phrase");
        assertThatThrownBy(() -> elsewhere.get("/session")).isRefusedWith(Code.SESSION_ENDED);
        assertThat(maya.door().get("/session").at("/me/id").asText()).isEqualTo(maya.id());
        assertThatThrownBy(() -> desk.signsIn("agent", "maya")).isRefusedWith(Code.LOGIN_FAILED);
        changes("a quite different phrase", Product.PASSWORD);
        desk.signsIn("agent", "maya");
    }

    @Test
    void wrongOrWeakPasswordsChangeNothing() {
        Refused wrong = assertThatThrownBy(() -> changes("not my password", "a quite different phrase"))
                .isRefusedWith(Code.INVALID);
        assertThat(wrong.answer().at("/fields/current").asText()).isEqualTo("unknown");
        Refused weak =
                assertThatThrownBy(() -> changes(Product.PASSWORD, "short")).isRefusedWith(Code.INVALID);
        assertThat(weak.answer().at("/fields/next").asText()).isEqualTo("too_short");
        Refused missing = assertThatThrownBy(() -> maya.door().put("/me/password", Json.of("next", "x")))
                .isRefusedWith(Code.INVALID);
        assertThat(missing.answer().at("/fields/current").asText()).isEqualTo("required");
        desk.signsIn("agent", "maya");
    }

    private JsonNode plans(Instant from, Instant to) {
        return maya.door().post("/me/out-of-office", Json.of("startsAt", from.toString(), "endsAt", to.toString()));
    }

    private void override(boolean on) {
        maya.door().put("/me/out-of-office/override", Json.of("on", on));
    }

    private String presence(Client looking) {
        return Json.list(looking.door().get("/people").get("agents")).stream()
                .filter(line -> line.get("id").asText().equals(maya.id()))
                .map(line -> line.get("presence").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void runningPeriodMakesUnavailableUntilOverriddenAndTheOverrideEndsWithIt() {
        Client jonas = desk.agent("jonas");
        Instant now = clock.instant();
        plans(now.minusSeconds(60), now.plus(Duration.ofHours(1)));
        plans(now.plus(Duration.ofHours(2)), now.plus(Duration.ofHours(3)));
        assertThat(presence(jonas)).isEqualTo("unavailable");
        String chat = desk.request(desk.customer("lena"), "hello");
        assertThat(maya.requests()).isEmpty();
        override(true);
        assertThat(presence(jonas)).isEqualTo("available");
        assertThat(maya.requests()).containsExactly(chat);
        maya.hearsRequest("added", chat);
        JsonNode planned = maya.door().get("/me/out-of-office");
        assertThat(planned.get("override").asBoolean()).isTrue();
        assertThat(Json.texts(jonas.door().get("/people").get("outOfOffice"), "/id"))
                .doesNotContain(maya.id());
        override(false);
        assertThat(presence(jonas)).isEqualTo("unavailable");
        maya.hearsRequest("gone", chat);
        override(true);
        clock.pass(Duration.ofMinutes(150));
        assertThat(Json.list(product.desk().agent("late").door().get("/people").get("outOfOffice")))
                .extracting(line -> line.get("id").asText())
                .contains(maya.id());
    }

    @Test
    void plannedPeriodsAreListedOnceAndTakenAway() {
        Instant start = clock.instant().plus(Duration.ofDays(1));
        JsonNode period = plans(start, start.plusSeconds(3_600));
        assertThat(plans(start, start.plusSeconds(3_600)).get("id")).isEqualTo(period.get("id"));
        String list = "/me/out-of-office";
        assertThat(Json.texts(maya.door().get(list).get("periods"), "/id"))
                .containsExactly(period.get("id").asText());
        assertThat(maya.door().get(list).get("override").asBoolean()).isFalse();
        for (int i = 0; i < 2; i++) {
            maya.door().delete(list + "/" + period.get("id").asText());
        }
        assertThat(Json.list(maya.door().get(list).get("periods"))).isEmpty();
    }

    @Test
    void periodsThatCannotBeAreRefusedAndNothingRunsWithoutOne() {
        Instant now = clock.instant();
        assertThatThrownBy(() -> plans(now.plusSeconds(60), now.plusSeconds(60)))
                .isRefusedWith(Code.INVALID);
        assertThatThrownBy(() -> plans(now.minusSeconds(60), now.minusSeconds(1)))
                .isRefusedWith(Code.INVALID);
        assertThatThrownBy(() -> override(true)).isRefusedWith(Code.CONFLICT);
        override(false);
    }

    @Test
    void nobodyTakesAwayAnothersPeriod() {
        Instant start = clock.instant().plus(Duration.ofDays(1));
        String period = plans(start, start.plusSeconds(3_600)).get("id").asText();
        desk.agent("jonas").door().delete("/me/out-of-office/" + period);
        assertThat(Json.texts(maya.door().get("/me/out-of-office").get("periods"), "/id"))
                .containsExactly(period);
    }
}
