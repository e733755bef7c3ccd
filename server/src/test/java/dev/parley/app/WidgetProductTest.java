package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class WidgetProductTest {
    private static final String ADMIN = "/admin/widgets";

    @Inject
    Product product;

    @Inject
    Database database;

    private Desk desk;
    private Door admin;
    private String key;

    @BeforeEach
    void newDesk() {
        desk = product.desk();
        admin = desk.administrator("root").door();
        key = "shop-" + Product.newId().substring(0, 8);
    }

    private JsonNode create(ObjectNode document) {
        return admin.post(ADMIN, Json.of("key", key, "name", "The shop", "document", document));
    }

    private JsonNode change(int version, ObjectNode document) {
        return admin.put(ADMIN + "/" + key, Json.of("version", version, "document", document));
    }

    private JsonNode shown() {
        return product.door().get("/widgets/" + key);
    }

    private static ObjectNode hours(ObjectNode week) {
        return Json.of("hours", Json.of("timeZone", "Europe/Berlin", "week", week));
    }

    @Test
    void newWidgetSaysWhatItIsAndWhatMayBeStarted() {
        JsonNode created = create(Json.of("sites", List.of("https://shop.example"), "tags", List.of("vip")));
        assertThat(created.get("version").asInt()).isEqualTo(1);
        JsonNode shown = shown();
        assertThat(Json.texts(shown.get("sites"), "")).containsExactly("https://shop.example");
        assertThat(shown.at("/look/position").asText()).isEqualTo("end");
        assertThat(shown.at("/prechat/email").asText()).isEqualTo("optional");
        assertThat(shown.get("offline").asText()).isEqualTo("say");
        assertThat(Json.texts(shown.get("tags"), "")).containsExactly("vip");
        assertThat(shown.get("open").asBoolean()).isTrue();
        assertThat(shown.has("opensAt")).isFalse();
        assertThat(shown.has("hours")).isFalse();
        assertThat(shown.get("name").asText()).isNotEmpty();
        assertThat(Json.texts(shown.get("channels"), "/id")).contains(desk.channel());
        assertThat(shown.get("registration").asBoolean()).isFalse();
    }

    @Test
    void channelsAreThoseOfTheWidgetInItsOrderWithHowManyAreThere() {
        desk.channel("First", Json.of());
        String second = desk.channel("Second", Json.of("availabilityCheck", true));
        String main = desk.channel();
        ObjectNode inside = Json.of("name", name("Inside"), "group", name("Group"), "forPublic", false);
        product.adds(Json.of("channels", List.of(inside)));
        create(Json.of("channels", List.of(name("Main"), name("Inside"), name("Second"))));
        desk.agent("maya");
        assertThat(Json.texts(shown().get("channels"), "/id")).containsExactly(main, second);
        JsonNode channel = shown().at("/channels/0");
        assertThat(channel.get("agents").asInt()).isEqualTo(2);
        assertThat(channel.get("online").asBoolean()).isTrue();
        assertThat(channel.get("offered").asBoolean()).isTrue();
        assertThat(shown().at("/channels/1/offered").asBoolean()).isFalse();
        assertThat(Json.texts(admin.get(ADMIN + "/" + key).at("/document/channels"), ""))
                .containsExactly(name("Main"), name("Inside"), name("Second"));
    }

    /// The name of one of this desk's channels.
    private String name(String begin) {
        String tag = product.door().get("/desk").findValues("channels").stream()
                .flatMap(channels -> Json.list(channels).stream())
                .filter(channel -> channel.get("id").asText().equals(desk.channel()))
                .map(channel -> channel.get("name").asText().replace("Main ", ""))
                .findFirst()
                .orElseThrow();
        return begin + " " + tag;
    }

    @Test
    void closedWidgetOffersNothingAndSaysItsHours() {
        create(hours(Json.of()));
        JsonNode shown = shown();
        assertThat(shown.get("open").asBoolean()).isFalse();
        assertThat(shown.has("opensAt")).isFalse();
        assertThat(shown.at("/hours/timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(Json.list(shown.get("channels")))
                .isNotEmpty()
                .noneMatch(channel -> channel.get("offered").asBoolean());
        change(1, hours(Json.of("mon", List.of(List.of("00:00", "24:00")), "tue", List.of(List.of("00:00", "24:00")))));
        assertThat(shown().has("opensAt")).isNotEqualTo(shown().get("open").asBoolean());
        assertThat(shown().at("/hours/week/mon/0/1").asText()).isEqualTo("24:00");
    }

    @Test
    void wordsAreInTheLanguageAskedForElseInTheDesks() {
        create(Json.of(
                "texts",
                Json.of(
                        "en",
                        Json.of("greeting", "Hello"),
                        "de",
                        Json.of("greeting", "Hallo"),
                        "ar",
                        Json.of("nobody", "x"))));
        assertThat(greeting("?locale=de-AT")).isEqualTo("Hallo");
        assertThat(greeting("?locale=fr")).isEqualTo("Hello");
        assertThat(greeting("?locale=%20%22")).isEqualTo("Hello");
        assertThat(greeting("")).isEqualTo("Hello");
        assertThat(greeting("?locale=ar")).isEmpty();
        assertThat(product.door()
                        .get("/widgets/" + key + "?locale=ar")
                        .at("/texts/nobody")
                        .asText())
                .isEqualTo("x");
    }

    private String greeting(String query) {
        return product.door()
                .get("/widgets/" + key + query)
                .at("/texts/greeting")
                .asText();
    }

    @Test
    void everyChangeIsAVersionAndAStaleOneIsRefused() {
        create(Json.of());
        assertThat(change(1, Json.of("signedOnly", true)).get("version").asInt())
                .isEqualTo(2);
        assertThat(shown().get("signedOnly").asBoolean()).isTrue();
        assertThat(change(1, Json.of("signedOnly", true)).get("version").asInt())
                .as("the same again, as after a lost answer")
                .isEqualTo(2);
        assertThatThrownBy(() -> change(1, Json.of())).isRefusedWith(Code.CONFLICT);
        assertThat(shown().get("version").asInt()).isEqualTo(2);
        admin.put(ADMIN + "/" + key, Json.of("version", 2, "name", "Renamed", "document", Json.of()));
        JsonNode versions = admin.get(ADMIN + "/" + key + "/versions?limit=2");
        assertThat(Json.texts(versions.get("versions"), "/version")).containsExactly("3", "2");
        assertThat(versions.at("/versions/1/document/signedOnly").asBoolean()).isTrue();
        assertThat(versions.at("/versions/0/by/name").asText()).startsWith("root");
        JsonNode rest = admin.get(ADMIN + "/" + key + "/versions?limit=2&cursor="
                + versions.get("cursor").asText());
        assertThat(Json.texts(rest.get("versions"), "/version")).containsExactly("1");
        assertThat(rest.has("cursor")).isFalse();
        assertThat(audited()).containsExactly("widget_created", "widget_changed", "widget_changed");
    }

    private List<String> audited() {
        return database.read(handle -> handle.createQuery("select action from audit where subject = :key order by id")
                .bind("key", key)
                .mapTo(String.class)
                .list());
    }

    @Test
    void askingAgainForTheSameWidgetAnswersWithItAndAnotherUnderItsKeyIsRefused() {
        assertThat(create(Json.of()).get("version").asInt()).isEqualTo(1);
        assertThat(create(Json.of()).get("version").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> create(Json.of("signedOnly", true)))
                .isRefusedWith(Code.INVALID)
                .answer();
        assertThat(audited()).containsExactly("widget_created");
        JsonNode some = admin.post(ADMIN, Json.of("name", "Without a key"));
        assertThat(product.door()
                        .get("/widgets/" + some.get("key").asText())
                        .get("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void wrongDocumentChangesNothingAndSaysWhere() {
        create(Json.of("signedOnly", true));
        ObjectNode bad = hours(Json.of("mon", List.of(List.of("08:00", "12:00"), List.of("11:00", "13:00"))))
                .put("colour", "red");
        JsonNode refused = assertThatThrownBy(() -> change(1, bad))
                .isRefusedWith(Code.INVALID)
                .answer();
        assertThat(refused.get("fields")).isEqualTo(Json.of("hours.week.mon[1]", "overlap", "colour", "unknown"));
        assertThat(shown().get("version").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> admin.post(ADMIN, Json.of("key", "Not A Key", "name", " ")))
                .isRefusedWith(Code.INVALID)
                .answer();
        assertThatThrownBy(() -> admin.put(ADMIN + "/" + key, Json.of("document", Json.of())))
                .isRefusedWith(Code.INVALID);
        assertThatThrownBy(() -> admin.put(ADMIN + "/nowhere", Json.of("version", 1, "document", Json.of())))
                .isRefusedWith(Code.NOT_FOUND);
    }

    @Test
    void invalidWidgetAppearsNowhereUntilItIsValidAgain() {
        create(Json.of());
        admin.put(ADMIN + "/" + key + "/valid", Json.of("valid", false));
        assertThatThrownBy(this::shown).isRefusedWith(Code.NOT_FOUND);
        assertThat(admin.get(ADMIN + "/" + key).get("valid").asBoolean()).isFalse();
        admin.put(ADMIN + "/" + key + "/valid", Json.of("valid", true));
        assertThat(shown().get("key").asText()).isEqualTo(key);
        assertThatThrownBy(() -> product.door().get("/widgets/nowhere")).isRefusedWith(Code.NOT_FOUND);
    }

    @Test
    void onlyAdministratorsMayLookOrChange() {
        create(Json.of());
        for (Door door : List.of(
                desk.agent("maya").door(),
                desk.customer("lena").door(),
                desk.visitor("Sam", "hello").client().door())) {
            assertThatThrownBy(() -> door.get(ADMIN)).isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> door.get(ADMIN + "/" + key)).isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> door.get(ADMIN + "/" + key + "/versions")).isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> door.post(ADMIN, Json.of("name", "Mine"))).isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> door.put(ADMIN + "/" + key, Json.of("version", 1, "document", Json.of())))
                    .isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> door.put(ADMIN + "/" + key + "/valid", Json.of("valid", false)))
                    .isRefusedWith(Code.FORBIDDEN);
        }
        assertThatThrownBy(() -> product.door().get(ADMIN)).isRefusedWith(Code.UNAUTHENTICATED);
        assertThat(shown().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void builtInWidgetStaysWhatItIs() {
        JsonNode builtIn = admin.get(ADMIN).at("/widgets/0");
        assertThat(builtIn.get("key").asText()).isEqualTo("external");
        int version = builtIn.get("version").asInt();
        assertThatThrownBy(() -> admin.put(ADMIN + "/external/valid", Json.of("valid", false)))
                .isRefusedWith(Code.FORBIDDEN);
        JsonNode refused = assertThatThrownBy(() -> admin.put(
                        ADMIN + "/external",
                        Json.of(
                                "version",
                                version,
                                "document",
                                Map.of("sites", List.of("https://shop.example"), "signedOnly", true))))
                .isRefusedWith(Code.INVALID)
                .answer();
        assertThat(refused.get("fields")).isEqualTo(Json.of("sites", "unknown", "signedOnly", "unknown"));
    }
}
