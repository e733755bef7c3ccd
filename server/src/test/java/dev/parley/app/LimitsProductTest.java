package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The limits as they are unless somebody switches them off.
@QuarkusTest
class LimitsProductTest {
    private static final int CUSTOMER_BURST = 20;

    @Inject
    Product product;

    @Test
    void whoWritesTooFastIsRefusedAndTheThirdTimeClosed() {
        Desk desk = product.desk();
        Client maya = desk.agent("maya");
        Client lena = desk.customer("lena");
        String chat = desk.chat(lena, maya);
        for (int i = 0; i < CUSTOMER_BURST; i++) {
            lena.posts(chat, "message " + i);
        }
        for (int i = 0; i < 10; i++) {
            lena.throwsIn(chat, "too fast " + i);
        }
        assertThat(lena.line().closeCode()).isEqualTo(4429);
        List<JsonNode> refused = lena.line().heard("refused");
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.get("code").asText()).isIn("too_fast"));
        assertThat(refused).hasSize(3);
        assertThat(maya.sees(chat)).contains("message " + (CUSTOMER_BURST - 1));
    }

    @Test
    void publicUserStartsOneChatAtATime() {
        Desk desk = product.desk();
        Desk.Visitor sam = desk.visitor("Sam", "hello");
        assertThatThrownBy(() -> sam.client()
                        .door()
                        .post(
                                "/public-chats",
                                Json.of(
                                        "id",
                                        Product.newId(),
                                        "name",
                                        "Sam",
                                        "text",
                                        "another",
                                        "channel",
                                        desk.channel())))
                .isRefusedWith(Code.LIMIT);
        sam.client().leaves(sam.chat());
        desk.visitor("Ann", "one");
        desk.visitor("Bob", "two");
        var tooMany = product.door()
                .ask(
                        "POST",
                        "/public-chats",
                        Json.of("id", Product.newId(), "name", "Eve", "text", "three", "channel", desk.channel())
                                .toString());
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void bodyOver64KilobytesIsRefused() {
        var answer = product.door()
                .ask("POST", "/session", Json.of("as", "x".repeat(70_000)).toString());
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
