package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the built-in widget's office hours do to the external interface. They hold for the whole desk, so they are
/// taken away again after each test.
@QuarkusTest
@TestProfile(Unlimited.class)
class OfficeHoursProductTest {
    private static final String EXTERNAL = "/admin/widgets/external";

    @Inject
    Product product;

    @Inject
    Clock clock;

    private Desk desk;
    private Door admin;

    @BeforeEach
    void newDesk() {
        desk = product.desk();
        admin = desk.administrator("root").door();
    }

    @AfterEach
    void openAgain() {
        set(Json.of());
    }

    private void set(ObjectNode document) {
        int version = admin.get(EXTERNAL).get("version").asInt();
        admin.put(EXTERNAL, Json.of("version", version, "document", document));
    }

    /// Hours of the day after tomorrow only, so that the desk is closed now.
    private LocalDate closes() {
        LocalDate opens = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(2);
        String day = opens.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toLowerCase(Locale.ROOT);
        set(Json.of("hours", Json.of("timeZone", "UTC", "week", Json.of(day, List.of(List.of("08:00", "18:00"))))));
        return opens;
    }

    @Test
    void closedDeskOffersNothingAndSaysWhenItOpens() {
        JsonNode before = product.door().get("/desk");
        assertThat(before.get("open").asBoolean()).isTrue();
        assertThat(before.has("opensAt")).isFalse();
        assertThat(before.get("texts").isEmpty()).isTrue();
        LocalDate opens = closes();
        for (Door door : List.of(product.door(), desk.customer("lena").door())) {
            JsonNode closed = door.get("/desk");
            assertThat(closed.get("open").asBoolean()).isFalse();
            assertThat(Instant.parse(closed.get("opensAt").asText()))
                    .isEqualTo(opens.atTime(8, 0).toInstant(ZoneOffset.UTC));
            assertThat(Json.list(closed.get("channels")))
                    .isNotEmpty()
                    .noneMatch(channel -> channel.get("offered").asBoolean());
        }
    }

    @Test
    void closedDeskRefusesOutsidersAndNothingIsMade() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        String channel = desk.channel();
        closes();
        assertThatThrownBy(() -> lena.asks(Json.of("text", "hello", "channel", channel)))
                .isRefusedWith(Code.NOT_AVAILABLE);
        assertThatThrownBy(() -> lena.asks(Json.of("text", "hello"))).isRefusedWith(Code.NOT_AVAILABLE);
        assertThatThrownBy(() -> desk.visitor("Sam", "hello")).isRefusedWith(Code.NOT_AVAILABLE);
        assertThat(maya.requests()).isEmpty();
        set(Json.of());
        assertThat(maya.requests()).isEmpty();
        desk.visitor("Sam", "hello again");
        assertThat(maya.requests()).hasSize(1);
    }

    @Test
    void agentsAskAndOpenChatsGoOnOutsideOfOfficeHours() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        String chat = desk.chat(lena, maya);
        closes();
        lena.posts(chat, "still here");
        assertThat(maya.sees(chat)).endsWith("still here");
        String asked = maya.asks(Json.of("to", lena.id(), "text", "one more thing", "channel", desk.channel()));
        lena.accepts(asked);
        assertThat(lena.may(asked)).contains("post");
    }

    @Test
    void requestThatWasStoredBeforeIsAnsweredAfterClosing() {
        String id = Product.newId();
        ObjectNode ask = Json.of("id", id, "name", "Sam", "text", "hello", "channel", desk.channel(), "token", true);
        product.door().post("/public-chats", ask);
        closes();
        assertThat(product.door().post("/public-chats", ask).at("/chat/id").asText())
                .isEqualTo(id);
    }
}
