package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What outsiders say of a chat afterwards.
@QuarkusTest
@TestProfile(Unlimited.class)
class RatingProductTest {
    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    private Desk desk;
    private Client maya;
    private Client lena;
    private String chat;

    @BeforeEach
    void closedChat() {
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
        chat = desk.chat(lena, maya);
        maya.posts(chat, "There you are.");
        lena.closes(chat);
    }

    private void rates(Client who, ObjectNode rating) {
        who.door().put("/chats/" + chat + "/rating", rating);
    }

    private static ObjectNode stars(int score) {
        return Json.of("score", score);
    }

    private JsonNode rating(Client who) {
        return who.chat(chat).path("rating");
    }

    @Test
    void ratingReachesTheAgentLiveAndStaysInTheChat() {
        rates(lena, Json.of("score", 4, "comment", "  Quick and kind.  "));
        JsonNode heard = maya.hearsChat(chat, "/rating/score", "4");
        assertThat(heard.at("/rating/comment").asText()).isEqualTo("Quick and kind.");
        assertThat(rating(maya).get("score").asInt()).isEqualTo(4);
        assertThat(rating(lena).get("comment").asText()).isEqualTo("Quick and kind.");
        assertThat(rating(lena).has("until")).isTrue();
        assertThat(lena.hearsChat(chat, "/rating/score", "4").get("version").asLong())
                .isEqualTo(lena.chat(chat).get("head").asLong());
    }

    @Test
    void publicUserRatesHisOneChat() {
        Desk.Visitor rosa = desk.visitor("Rosa", "hello?");
        maya.accepts(rosa.chat());
        rosa.client().leaves(rosa.chat());
        assertThat(rosa.client().may(rosa.chat())).contains("rate");
        rosa.client().door().put("/chats/" + rosa.chat() + "/rating", stars(5));
        assertThat(maya.hearsChat(rosa.chat(), "/rating/score", "5")
                        .at("/rating")
                        .has("comment"))
                .isFalse();
    }

    @Test
    void openChatIsNotRatedYet() {
        String open = desk.chat(desk.customer("paul"), maya);
        assertThatThrownBy(() -> lena.door().put("/chats/" + open + "/rating", stars(5)))
                .isRefusedWith(Code.NOT_FOUND);
        Client ingrid = desk.customer("ingrid");
        String hers = desk.chat(ingrid, maya);
        assertThatThrownBy(() -> ingrid.door().put("/chats/" + hers + "/rating", stars(5)))
                .isRefusedWith(Code.FORBIDDEN);
        assertThat(maya.chat(hers).has("rating")).isFalse();
    }

    @Test
    void onlyTheOutsiderWhoTookPartRates() {
        assertThatThrownBy(() -> rates(maya, stars(5))).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> rates(desk.customer("stranger"), stars(5))).isRefusedWith(Code.NOT_FOUND);
        assertThatThrownBy(() -> product.door().put("/chats/" + chat + "/rating", stars(5)))
                .isRefusedWith(Code.UNAUTHENTICATED);
        assertThat(rating(maya).isMissingNode()).isTrue();
    }

    @Test
    void requestThatNobodyAnsweredIsNotRated() {
        String asked = desk.request(lena, "anybody?");
        lena.does(asked, "withdraw", Json.of());
        assertThat(lena.may(asked)).doesNotContain("rate");
        assertThatThrownBy(() -> lena.door().put("/chats/" + asked + "/rating", stars(1)))
                .isRefusedWith(Code.FORBIDDEN);
    }

    @Test
    void ratingMayBeChangedForADay() {
        rates(lena, stars(2));
        rates(lena, Json.of("score", 3, "comment", "On second thought"));
        assertThat(rating(maya).get("score").asInt()).isEqualTo(3);
        clock.pass(Duration.ofHours(25));
        Door later = desk.signsIn("customer", "lena");
        String path = "/chats/" + chat + "/rating";
        assertThatThrownBy(() -> later.put(path, stars(5))).isRefusedWith(Code.CONFLICT);
        later.put(path, Json.of("score", 3, "comment", "On second thought"));
        assertThat(later.get("/chats/" + chat).at("/rating/score").asInt()).isEqualTo(3);
    }

    @Test
    void firstRatingMayComeLater() {
        clock.pass(Duration.ofHours(48));
        Door later = desk.signsIn("customer", "lena");
        later.put("/chats/" + chat + "/rating", stars(5));
        assertThat(later.get("/chats/" + chat).at("/rating/score").asInt()).isEqualTo(5);
    }

    @Test
    void scoresBesideOneToFiveChangeNothing() {
        for (int score : new int[] {0, 6, -1, Integer.MAX_VALUE}) {
            Refused refused =
                    assertThatThrownBy(() -> rates(lena, stars(score))).isRefusedWith(Code.INVALID);
            assertThat(refused.answer().at("/fields/score").asText()).isEqualTo("format");
        }
        assertThatThrownBy(() -> rates(lena, Json.of("score", 2.5))).isRefusedWith(Code.MALFORMED);
        assertThatThrownBy(() -> rates(lena, Json.of("score", "4"))).isRefusedWith(Code.MALFORMED);
        Refused none =
                assertThatThrownBy(() -> rates(lena, Json.of("comment", "hm"))).isRefusedWith(Code.INVALID);
        assertThat(none.answer().at("/fields/score").asText()).isEqualTo("required");
        assertThat(rating(lena).isMissingNode()).isTrue();
    }

    @Test
    void commentHoldsAThousandCodePointsAndAnyScript() {
        String longest = "\uD83D\uDE00".repeat(1_000);
        Refused refused = assertThatThrownBy(() -> rates(lena, Json.of("score", 1, "comment", longest + "x")))
                .isRefusedWith(Code.INVALID);
        assertThat(refused.answer().at("/fields/comment").asText()).isEqualTo("too_long");
        assertThatThrownBy(() -> rates(lena, Json.of("score", 1, "comment", "a\u0000b")))
                .isRefusedWith(Code.INVALID);
        assertThat(rating(lena).isMissingNode()).isTrue();
        rates(lena, Json.of("score", 1, "comment", longest));
        assertThat(rating(maya).get("comment").asText()).isEqualTo(longest);
    }

    @Test
    void marksThatTurnTheTextAroundThemAreNotKept() {
        rates(lena, Json.of("score", 5, "comment", "\u202Eشكرا\u2066 thanks\u2069"));
        assertThat(rating(maya).get("comment").asText()).isEqualTo("شكرا thanks");
        rates(lena, Json.of("score", 5, "comment", " \u202E \t"));
        assertThat(rating(maya).has("comment")).isFalse();
    }
}
