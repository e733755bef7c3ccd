package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What whoever waits is told about it.
@QuarkusTest
@TestProfile(Unlimited.class)
class WaitingProductTest {
    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    private Desk desk;
    private Client maya;
    private Client lena;
    private String support;

    @BeforeEach
    void openChannel() {
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
        support = desk.channel("Support", Json.of("showsPosition", true, "showsWait", true));
        maya.door().put("/me/channels", Json.of("channels", List.of(support)));
    }

    private String asks(Client who, String channel) {
        String chat = who.asks(Json.of("text", "anybody?", "channel", channel));
        clock.pass(Duration.ofSeconds(4));
        return chat;
    }

    private static JsonNode waiting(Client who, String chat) {
        return who.door().get("/chats/" + chat + "/waiting");
    }

    private static int position(Client who, String chat) {
        return waiting(who, chat).get("position").asInt();
    }

    @Test
    void positionCountsOlderRequestsOfTheSameChannel() {
        Client paul = desk.customer("paul");
        asks(paul, desk.channel());
        String first = asks(lena, support);
        String second = asks(paul, support);
        String third = asks(lena, support);
        assertThat(position(lena, first)).isEqualTo(1);
        assertThat(position(paul, second)).isEqualTo(2);
        assertThat(position(lena, third)).isEqualTo(3);
        maya.accepts(first);
        clock.pass(Duration.ofSeconds(4));
        assertThat(position(paul, second)).isEqualTo(1);
        paul.does(second, "withdraw", Json.of());
        clock.pass(Duration.ofSeconds(4));
        assertThat(position(lena, third)).isEqualTo(1);
    }

    @Test
    void movedRequestTakesItsPlaceByAge() {
        String old = asks(lena, desk.channel());
        Client paul = desk.customer("paul");
        String young = asks(paul, support);
        assertThat(position(paul, young)).isEqualTo(1);
        maya.does(old, "channel", Json.of("channel", support));
        clock.pass(Duration.ofSeconds(4));
        assertThat(position(lena, old)).isEqualTo(1);
        assertThat(position(paul, young)).isEqualTo(2);
    }

    @Test
    void waitedTimeIsThatOfTheRequest() {
        String chat = asks(lena, support);
        clock.pass(Duration.ofSeconds(86));
        assertThat(waiting(lena, chat).get("waitedSeconds").asInt()).isBetween(90, 120);
    }

    private void waits(Duration time) {
        String chat = lena.asks(Json.of("text", "quick", "channel", support));
        clock.pass(time);
        maya.accepts(chat);
    }

    @Test
    void typicalWaitIsTheMedianOfTheLastDayFromThreeOn() {
        waits(Duration.ofSeconds(60));
        waits(Duration.ofSeconds(600));
        String asked = asks(lena, support);
        assertThat(waiting(lena, asked).has("typicalSeconds")).isFalse();
        waits(Duration.ofSeconds(120));
        clock.pass(Duration.ofSeconds(4));
        assertThat(waiting(lena, asked).get("typicalSeconds").asInt()).isBetween(120, 125);
        lena.does(asked, "withdraw", Json.of());
        clock.pass(Duration.ofHours(25));
        Door later = desk.signsIn("customer", "lena");
        String tomorrow = Product.newId();
        later.post("/chats", Json.of("id", tomorrow, "text", "again", "channel", support));
        assertThat(later.get("/chats/" + tomorrow + "/waiting").has("typicalSeconds"))
                .isFalse();
    }

    @Test
    void onlyTheLastTwentyCount() {
        for (int i = 0; i < 20; i++) {
            waits(Duration.ofSeconds(40));
        }
        for (int i = 0; i < 20; i++) {
            waits(Duration.ofSeconds(10));
        }
        String asked = asks(lena, support);
        assertThat(waiting(lena, asked).get("typicalSeconds").asInt()).isBetween(10, 15);
    }

    @Test
    void channelThatShowsNeitherTellsOnlyHowLongOneHasWaited() {
        JsonNode waiting = waiting(lena, asks(lena, desk.channel()));
        assertThat(waiting.has("position")).isFalse();
        assertThat(waiting.has("typicalSeconds")).isFalse();
        assertThat(waiting.get("waitedSeconds").asInt()).isNotNegative();
    }

    @Test
    void onlyWhoeverAskedIsToldAndOnlyWhileHeWaits() {
        String chat = asks(lena, support);
        assertThatThrownBy(() -> waiting(maya, chat)).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> waiting(desk.customer("stranger"), chat)).isRefusedWith(Code.NOT_FOUND);
        maya.accepts(chat);
        assertThatThrownBy(() -> waiting(lena, chat)).isRefusedWith(Code.CONFLICT);
        maya.closes(chat);
        assertThatThrownBy(() -> waiting(lena, chat)).isRefusedWith(Code.CONFLICT);
        String personal = maya.asks(Json.of("to", lena.id(), "text", "a word?", "channel", support));
        assertThatThrownBy(() -> waiting(maya, personal)).isRefusedWith(Code.FORBIDDEN);
    }
}
