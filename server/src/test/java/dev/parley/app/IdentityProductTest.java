package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.parley.base.Code;
import dev.parley.storage.Database;
import dev.parley.widget.visitor.Signer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Visitors whom the page's own server vouches for.
@QuarkusTest
@TestProfile(Unlimited.class)
class IdentityProductTest {
    @Inject
    Product product;

    @Inject
    Database database;

    private Desk desk;
    private Client maya;
    private Shop shop;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.administrator("maya");
        shop = shop();
    }

    private Shop shop() {
        return Shop.of(product, desk, maya, Json.of("tags", List.of("vip")));
    }

    private Shop.Answer rosa(Optional<String> session) {
        Map<String, Object> claims = shop.claims("rosa");
        claims.put("name", "Rosa Lindqvist");
        claims.put("email", "rosa@example.com");
        claims.put("customer", "Alpenhaus Sports GmbH");
        claims.put("attributes", Map.of("plan", "gold"));
        return shop.identifies(Signer.hs256(shop.secret(), claims), session);
    }

    private String starts(Shop.Answer who, ObjectNode more) {
        Shop.Answer started = shop.starts(shop.form("", "hello", more), Optional.of(who.token()));
        assertThat(started.status()).as(started.http().body()).isEqualTo(201);
        return started.body().at("/chat/id").asText();
    }

    @Test
    void visitorIsWhoThePagesServerSaysHeIs() {
        Shop.Answer rosa = rosa(Optional.empty());
        assertThat(rosa.status()).isEqualTo(200);
        assertThat(rosa.body().at("/me/name").asText()).isEqualTo("Rosa Lindqvist");
        assertThat(rosa.body().at("/me/email").asText()).isEqualTo("rosa@example.com");
        assertThat(rosa.body().at("/me/verified").asBoolean()).isTrue();
        assertThat(rosa.setCookie().orElseThrow())
                .startsWith("__Host-v=" + rosa.token() + ";")
                .contains("Partitioned");
        assertThat(shop.door(rosa).get("/session").at("/me/id").asText()).isEqualTo(rosa.person());
    }

    @Test
    void agentSeesWhatIsVouchedForAndWhatIsNot() {
        Shop.Answer rosa = rosa(Optional.empty());
        String chat = starts(
                rosa,
                Json.of(
                        "attributes", Map.of("plan", "platinum", "cart", 3),
                        "tags", List.of("vip"),
                        "page", Map.of("title", "Boots", "url", "https://shop.example/boots")));
        shop.asks(
                "/me/context",
                Json.of(
                        "page", Map.of("title", "Cart"),
                        "events", List.of(Map.of("name", "coupon", "data", Map.of("code", "X1")))),
                Optional.of(rosa.token()));
        JsonNode visitor = maya.door().get("/chats/" + chat + "/visitor");
        assertThat(visitor.get("verified").asBoolean()).isTrue();
        assertThat(visitor.get("emailVerified").asBoolean()).isTrue();
        assertThat(visitor.get("customer").asText()).isEqualTo("Alpenhaus Sports GmbH");
        assertThat(visitor.get("attributes"))
                .isEqualTo(Json.read("[{\"name\":\"plan\",\"value\":\"gold\",\"verified\":true},"
                        + "{\"name\":\"cart\",\"value\":3,\"verified\":false}]"));
        assertThat(Json.texts(visitor.get("tags"), "")).containsExactly("vip");
        assertThat(Json.texts(visitor.get("pages"), "/title")).containsExactly("Boots", "Cart");
        assertThat(visitor.at("/page/title").asText()).isEqualTo("Cart");
        assertThat(visitor.at("/events/0/name").asText()).isEqualTo("coupon");
        assertThat(visitor.at("/events/0/data/code").asText()).isEqualTo("X1");
    }

    @Test
    void whatAVisitorSaysOfHimselfIsNotVerified() {
        ObjectNode form =
                shop.form("Rosa", "hello", Json.of("email", "rosa@example.com", "attributes", Map.of("a", 1)));
        Shop.Answer started = shop.starts(form, Optional.empty());
        JsonNode visitor =
                maya.door().get("/chats/" + started.body().at("/chat/id").asText() + "/visitor");
        assertThat(visitor.get("verified").asBoolean()).isFalse();
        assertThat(visitor.get("emailVerified").asBoolean()).isFalse();
        assertThat(visitor.at("/attributes/0/verified").asBoolean()).isFalse();
        assertThat(visitor.has("customer")).isFalse();
    }

    @Test
    void tokensThatAreNotGoodChangeNothing() {
        Map<String, Object> expired = shop.claims("rosa");
        expired.put("iat", product.clock().instant().getEpochSecond() - 400);
        expired.put("exp", product.clock().instant().getEpochSecond() - 100);
        Shop other = shop();
        Map<String, String> tokens = Map.of(
                "expired", Signer.hs256(shop.secret(), expired),
                "audience", Signer.hs256(shop.secret(), other.claims("rosa")),
                "signature", Signer.hs256(other.secret(), shop.claims("rosa")),
                "algorithm", Signer.es256(Signer.newKey(Curve.P_256), shop.claims("rosa")),
                "format", "garbage",
                "required", "");
        long before = people();
        tokens.forEach((reason, token) -> {
            Shop.Answer refused = shop.identifies(token, Optional.empty());
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("identity_refused");
            assertThat(refused.body().at("/fields/token").asText()).isEqualTo(reason);
            assertThat(refused.setCookie()).isEmpty();
        });
        assertThat(people()).isEqualTo(before);
        assertThat(shop.asks(
                                "/widgets/nobody-knows-it/identity",
                                Json.of("token", shop.token("rosa")),
                                Optional.empty())
                        .status())
                .isEqualTo(404);
    }

    private long people() {
        return database.read(handle -> handle.createQuery("select count(*) from person")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void tokenIsGoodOnce() {
        String token = shop.token("rosa");
        assertThat(shop.identifies(token, Optional.empty()).status()).isEqualTo(200);
        Shop.Answer replayed = shop.identifies(token, Optional.empty());
        assertThat(replayed.body().at("/fields/token").asText()).isEqualTo("replayed");
        assertThat(replayed.setCookie()).isEmpty();
    }

    @Test
    void secretBeforeTheNewestStaysGood() {
        String second = newSecret();
        assertThat(shop.identifies(shop.token("rosa"), Optional.empty()).status())
                .isEqualTo(200);
        assertThat(shop.identifies(Signer.hs256(second, shop.claims("rosa")), Optional.empty())
                        .status())
                .isEqualTo(200);
        newSecret();
        assertThat(shop.identifies(shop.token("rosa"), Optional.empty())
                        .body()
                        .at("/fields/token")
                        .asText())
                .isEqualTo("signature");
        assertThat(shop.identifies(Signer.hs256(second, shop.claims("rosa")), Optional.empty())
                        .status())
                .isEqualTo(200);
    }

    private String newSecret() {
        return maya.door()
                .post("/admin/widgets/" + shop.key() + "/secret")
                .get("secret")
                .asText();
    }

    @Test
    void publicKeysAreGoodUntilOthersTakeTheirPlace() {
        ECKey key = Signer.newKey(Curve.P_256);
        String path = "/admin/widgets/" + shop.key() + "/public-keys";
        maya.door().put(path, Json.of("keys", List.of(Signer.pem(key))));
        assertThat(maya.door().get(path).at("/keys/0").asText()).isEqualTo(Signer.pem(key));
        assertThat(shop.identifies(Signer.es256(key, shop.claims("rosa")), Optional.empty())
                        .status())
                .isEqualTo(200);
        JsonNode wrong = assertThatThrownBy(() ->
                        maya.door().put(path, Json.of("keys", List.of(Signer.pem(key), "no key"))))
                .isRefusedWith(Code.INVALID)
                .answer();
        assertThat(wrong.get("fields")).isEqualTo(Json.of("keys[1]", "format"));
        maya.door().put(path, Json.of("keys", List.of()));
        assertThat(shop.identifies(Signer.es256(key, shop.claims("rosa")), Optional.empty())
                        .code())
                .isEqualTo("identity_refused");
    }

    @Test
    void onlyAdministratorsHaveToDoWithKeys() {
        Client ben = desk.agent("ben");
        Shop.Answer rosa = rosa(Optional.empty());
        for (Door door : List.of(ben.door(), shop.door(rosa))) {
            assertThatThrownBy(() -> door.post("/admin/widgets/" + shop.key() + "/secret"))
                    .isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> door.get("/admin/widgets/" + shop.key() + "/public-keys"))
                    .isRefusedWith(Code.FORBIDDEN);
        }
        for (String key : List.of("external", "nobody-knows-it")) {
            assertThatThrownBy(() -> maya.door().post("/admin/widgets/" + key + "/secret"))
                    .isRefusedWith(Code.NOT_FOUND);
        }
    }

    @Test
    void openChatGoesOnOnAnotherDevice() {
        Shop.Answer desktop = rosa(Optional.empty());
        String chat = starts(desktop, Json.of());
        Shop.Answer phone = rosa(Optional.empty());
        assertThat(phone.person()).isEqualTo(desktop.person());
        assertThat(phone.token()).isNotEqualTo(desktop.token());
        for (Shop.Answer device : List.of(desktop, phone)) {
            assertThat(shop.door(device).get("/chats/" + chat).get("status").asText())
                    .isEqualTo("request");
        }
    }

    @Test
    void twoDevicesThatComeFirstAtTheSameInstantAreOnePerson() {
        Executor threads = task -> Thread.ofVirtual().start(task);
        List<CompletableFuture<String>> devices = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> rosa(Optional.empty()).person(), threads))
                .limit(8)
                .toList();
        Set<String> people = new HashSet<>();
        devices.forEach(device -> people.add(device.join()));
        assertThat(people).hasSize(1);
    }

    @Test
    void whoIsInAChatAlreadyStaysInItAndBecomesKnown() {
        rosa(Optional.empty());
        Shop.Answer anonymous =
                shop.starts(shop.form("Somebody", "hello", Json.of("email", "typed@example.com")), Optional.empty());
        String chat = anonymous.body().at("/chat/id").asText();
        Shop.Answer rosa = rosa(Optional.of(anonymous.token()));
        assertThat(rosa.person()).isEqualTo(anonymous.person());
        assertThat(rosa.token()).isEqualTo(anonymous.token());
        JsonNode visitor = maya.door().get("/chats/" + chat + "/visitor");
        assertThat(visitor.at("/person/name").asText()).isEqualTo("Rosa Lindqvist");
        assertThat(visitor.get("verified").asBoolean()).isTrue();
        assertThat(visitor.get("email").asText()).isEqualTo("rosa@example.com");
        assertThat(rosa(Optional.empty()).person())
                .as("the newest of that subject")
                .isEqualTo(anonymous.person());
    }

    @Test
    void addressThatThePageSaysNothingOfStaysUnverified() {
        Shop.Answer anonymous =
                shop.starts(shop.form("Somebody", "hello", Json.of("email", "typed@example.com")), Optional.empty());
        shop.identifies(shop.token("rosa"), Optional.of(anonymous.token()));
        JsonNode visitor =
                maya.door().get("/chats/" + anonymous.body().at("/chat/id").asText() + "/visitor");
        assertThat(visitor.get("verified").asBoolean()).isTrue();
        assertThat(visitor.get("email").asText()).isEqualTo("typed@example.com");
        assertThat(visitor.get("emailVerified").asBoolean()).isFalse();
    }

    @Test
    void whoseChatIsOverMakesRoomForTheOneWhoIsKnown() {
        Shop.Answer known = rosa(Optional.empty());
        Shop.Answer anonymous = shop.starts(shop.form("Somebody", "hello", Json.of()), Optional.empty());
        shop.door(anonymous).post("/chats/" + anonymous.body().at("/chat/id").asText() + "/withdraw");
        Shop.Answer rosa = rosa(Optional.of(anonymous.token()));
        assertThat(rosa.person()).isEqualTo(known.person());
        assertThatThrownBy(() -> shop.door(anonymous).get("/session")).isRefusedWith(Code.SESSION_ENDED);
    }

    @Test
    void anotherSubjectIsAnotherPersonAndTheFirstIsSignedOut() {
        Shop.Answer rosa = rosa(Optional.empty());
        String chat = starts(rosa, Json.of());
        Shop.Answer eve = shop.identifies(shop.token("eve"), Optional.of(rosa.token()));
        assertThat(eve.person()).isNotEqualTo(rosa.person());
        assertThatThrownBy(() -> shop.door(rosa).get("/session")).isRefusedWith(Code.SESSION_ENDED);
        assertThatThrownBy(() -> shop.door(eve).get("/chats/" + chat)).isRefusedWith(Code.NOT_FOUND);
        assertThat(shop.door(eve).get("/chats").get("chats")).isEmpty();
    }

    @Test
    void sameSubjectOfAnotherWidgetIsSomebodyElse() {
        Shop.Answer rosa = rosa(Optional.empty());
        String chat = starts(rosa, Json.of());
        Shop other = shop();
        Shop.Answer elsewhere = other.identifies(other.token("rosa"), Optional.empty());
        assertThat(elsewhere.person()).isNotEqualTo(rosa.person());
        assertThatThrownBy(() -> other.door(elsewhere).get("/chats/" + chat)).isRefusedWith(Code.NOT_FOUND);
        Shop.Answer carried = other.identifies(other.token("rosa"), Optional.of(rosa.token()));
        assertThat(carried.person()).isEqualTo(elsewhere.person());
    }

    @Test
    void knownVisitorStaysTheSameFromChatToChat() {
        Shop.Answer rosa = rosa(Optional.empty());
        String first = starts(rosa, Json.of());
        maya.accepts(first);
        maya.closes(first);
        String second = starts(rosa, Json.of());
        assertThat(Json.texts(shop.door(rosa).get("/chats").get("chats"), "/id"))
                .containsExactlyInAnyOrder(second, first);
        assertThat(Json.texts(maya.door().get("/chats/" + second + "/visitor").get("earlier"), "/id"))
                .containsExactly(first);
    }

    @Test
    void earlierChatsOfTheSameSubjectAreHis() {
        Shop.Answer anonymous = shop.starts(shop.form("Somebody", "hello", Json.of()), Optional.empty());
        String first = anonymous.body().at("/chat/id").asText();
        Shop.Answer before = rosa(Optional.empty());
        rosa(Optional.of(anonymous.token()));
        String second = starts(before, Json.of());
        assertThat(Json.texts(maya.door().get("/chats/" + second + "/visitor").get("earlier"), "/id"))
                .containsExactly(first);
    }
}
