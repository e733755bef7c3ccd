package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What pages tell of their visitors, and how much of it, under the limits as they are.
@QuarkusTest
class VisitorContextProductTest {
    private static final int MOST_TOLD = 60;

    @Inject
    Product product;

    private Shop shop(Desk desk, Client maya) {
        return Shop.of(product, desk, maya, Json.of("tags", List.of("vip")));
    }

    @Test
    void pageMayTellAFewThingsAndIsNotHeardInAFlood() {
        Desk desk = product.desk();
        Client maya = desk.administrator("maya");
        Shop shop = shop(desk, maya);
        Shop.Answer rosa = shop.identifies(shop.token("rosa"), Optional.empty());
        Door door = shop.door(rosa);
        ObjectNode unknownTag = shop.form("", "hello", Json.of("tags", List.of("boss")));
        assertThat(shop.starts(unknownTag, Optional.of(rosa.token()))
                        .body()
                        .at("/fields/tags")
                        .asText())
                .isEqualTo("unknown");
        assertThat(maya.requests()).isEmpty();
        String chat = shop.starts(shop.form("", "hello", Json.of()), Optional.of(rosa.token()))
                .body()
                .at("/chat/id")
                .asText();
        door.post("/me/context", Json.of("tags", List.of("vip"), "attributes", Map.of("plan", "gold")));
        assertThatThrownBy(() -> door.post("/me/context", Json.of("attributes", Map.of("a", Map.of()))))
                .isRefusedWith(Code.INVALID);
        JsonNode visitor = maya.door().get("/chats/" + chat + "/visitor");
        assertThat(Json.texts(visitor.get("tags"), "")).containsExactly("vip");
        assertThat(Json.texts(visitor.get("attributes"), "/name")).containsExactly("plan");
        for (int told = 2; told < MOST_TOLD; told++) {
            door.post("/me/context", Json.of());
        }
        assertThatThrownBy(() -> door.post("/me/context", Json.of())).isRefusedWith(Code.TOO_FAST);
        assertThatThrownBy(() -> maya.door().post("/me/context", Json.of())).isRefusedWith(Code.FORBIDDEN);
    }

    @Test
    void secondChatBesideAnOpenOneIsRefused() {
        Desk desk = product.desk();
        Client maya = desk.administrator("maya");
        Shop shop = shop(desk, maya);
        Shop.Answer rosa = shop.identifies(shop.token("rosa"), Optional.empty());
        ObjectNode form = shop.form("", "hello", Json.of());
        assertThat(shop.starts(form, Optional.of(rosa.token())).status()).isEqualTo(201);
        assertThat(shop.starts(form, Optional.of(rosa.token())).status())
                .as("again")
                .isEqualTo(201);
        Shop.Answer second = shop.starts(shop.form("", "another", Json.of()), Optional.of(rosa.token()));
        assertThat(second.code()).isEqualTo("limit");
    }
}
