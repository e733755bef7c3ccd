package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.FrameSchemas;
import dev.parley.app.Json;
import dev.parley.app.Product;
import dev.parley.app.Unlimited;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class FramesProductTest {
    @Inject
    Product product;

    @Test
    void everyTypeOfFrameThatIsDescribedIsSaidAndNoOther() {
        Desk desk = product.desk();
        Client maya = desk.agent("maya");
        Client lena = desk.customer("lena");
        String chat = desk.request(lena, "hello");
        maya.hearsRequest("added", chat);
        maya.line().says(Json.of("type", "viewing", "chat", chat));
        maya.line().hears("viewing");
        maya.accepts(chat);
        maya.hearsRequest("gone", chat);
        int head = lena.posts(chat, "a message");
        maya.sees(chat);
        maya.line().says(Json.of("type", "read", "chat", chat, "n", head));
        maya.line().says(Json.of("type", "typing", "chat", chat));
        lena.line().hears("typing");
        lena.line().hears("read", frame -> frame.get("read").asInt() == head);
        lena.line().says(Json.of("type", "fetch", "chat", chat, "after", 0));
        lena.line().hears("page");
        lena.line().says("nonsense");
        lena.line().hears("refused");
        maya.door().put("/me/availability", Json.of("availability", "unavailable"));
        lena.line().hears("presence");
        lena.door().delete("/session");
        lena.line().hears("bye");
        // Said after long silence only.
        JsonNode beat = Json.read(Wire.beat());
        FrameSchemas schemas = FrameSchemas.ofTheProduct();
        assertThat(schemas.faultsOfOutgoing(beat)).isEmpty();
        Set<String> seen = new TreeSet<>(List.of("beat"));
        maya.line().heard().forEach(frame -> seen.add(frame.get("type").asText()));
        lena.line().heard().forEach(frame -> seen.add(frame.get("type").asText()));
        assertThat(seen).isEqualTo(schemas.outgoingTypes());
    }
}
