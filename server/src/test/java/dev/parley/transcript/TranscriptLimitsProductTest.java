package dev.parley.transcript;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Product;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TranscriptLimitsProductTest {
    @Inject
    Product product;

    @Test
    void oneTooManyIsRefusedAndSaysWhenToComeBack() {
        Desk desk = product.desk();
        Client maya = desk.agent("maya");
        Client lena = desk.customer("lena");
        String chat = desk.chat(lena, maya);
        String path = "/chats/" + chat + "/transcript?format=json";
        for (int i = 0; i < TranscriptLimits.MOST; i++) {
            lena.door().get(path);
        }
        assertThatThrownBy(() -> lena.door().get(path)).isRefusedWith(Code.TOO_FAST);
        assertThat(lena.door()
                        .ask("GET", path, "")
                        .headers()
                        .firstValueAsLong("Retry-After")
                        .orElseThrow())
                .isBetween(1L, 60L);
        assertThat(maya.door().get(path).has("lines")).isTrue();
    }
}
