package dev.parley.chat.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Json;
import dev.parley.app.Product;
import dev.parley.app.ShiftedClock;
import dev.parley.app.Unlimited;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FiguresProductTest.Alone.class)
class FiguresProductTest {
    /// A server of its own: it counts everybody there is.
    public static final class Alone extends Unlimited {}

    @Inject
    Product product;

    @Inject
    ShiftedClock clock;

    @Inject
    Figures figures;

    @Test
    void figuresTellWhoWaitsWhoTalksAndWhoIsThere() {
        Desk desk = product.desk();
        Client maya = desk.agent("maya");
        desk.agent("jonas").door().put("/me/availability", Json.of("availability", "internal"));
        desk.chat(desk.customer("lena"), maya);
        desk.request(desk.customer("paul"), "anybody?");
        clock.pass(Duration.ofSeconds(90));
        maya.line().says(Json.of("type", "active"));
        desk.visitor("Sam", "hello?");
        JsonNode now = maya.door().get("/figures");
        assertThat(now.get("waiting").asInt()).isEqualTo(2);
        assertThat(now.get("longestWaitSeconds").asInt()).isBetween(90, 120);
        assertThat(now.get("openChats").asInt()).isEqualTo(1);
        assertThat(now.get("availableAgents").asInt()).isEqualTo(1);
        for (int minute = 0; minute < 61; minute++) {
            figures.remember();
        }
        JsonNode history = maya.door().get("/figures").get("history");
        assertThat(history).hasSize(60);
        assertThat(history.at("/59/waiting").asInt()).isEqualTo(2);
        assertThat(history.at("/59/openChats").asInt()).isEqualTo(1);
    }
}
