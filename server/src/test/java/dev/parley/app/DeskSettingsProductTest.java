package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class DeskSettingsProductTest {
    @Inject
    Product product;

    @Inject
    Database database;

    private Client boss;

    @BeforeEach
    void administrator() {
        boss = product.desk().administrator("boss");
    }

    @AfterEach
    void asBefore() {
        boss.door().put("/admin/settings", Json.read("{\"desk.name\": null, \"desk.keeps-days\": null}"));
    }

    @Test
    void settingsAreListedWithWhatTheyMayHold() {
        JsonNode language = setting("desk.locale");
        assertThat(language.get("value").asText()).isEqualTo("en");
        assertThat(language.get("default").asText()).isEqualTo("en");
        assertThat(language.at("/kind/type").asText()).isEqualTo("choice");
        assertThat(Json.texts(language.at("/kind/values"), "")).containsExactly("en", "de", "ar");
        assertThat(setting("desk.keeps-days").at("/kind/most").asInt()).isEqualTo(36_500);
    }

    @Test
    void changeIsSeenAtOnceAndAudited() {
        boss.door().put("/admin/settings", Json.of("desk.name", " Fjord & Co ", "desk.keeps-days", "90"));
        JsonNode desk = product.door().get("/desk");
        assertThat(desk.get("name").asText()).isEqualTo("Fjord & Co");
        assertThat(desk.get("keepsDays").asInt()).isEqualTo(90);
        assertThat(audited()).containsExactly("desk.keeps-days:  -> 90", "desk.name: Parley -> Fjord & Co");

        boss.door().put("/admin/settings", Json.of("desk.name", "Fjord & Co"));
        assertThat(audited()).as("no change, no line").hasSize(2);

        boss.door().put("/admin/settings", Json.read("{\"desk.name\": null}"));
        assertThat(product.door().get("/desk").get("name").asText()).isEqualTo("Parley");
        assertThat(setting("desk.name").get("value").asText()).isEqualTo("Parley");
    }

    @Test
    void oneFaultAndNothingIsChanged() {
        var refused = assertThatThrownBy(() -> boss.door()
                        .put(
                                "/admin/settings",
                                Json.of(
                                        "desk.name",
                                        "Never",
                                        "desk.locale",
                                        "xx",
                                        "desk.nmae",
                                        "x",
                                        "registration",
                                        "1")))
                .isRefusedWith(Code.INVALID);
        assertThat(refused.answer().at("/fields/desk.locale").asText()).isEqualTo("unknown");
        assertThat(refused.answer().at("/fields/desk.nmae").asText()).isEqualTo("unknown");
        assertThat(refused.answer().at("/fields").has("desk.name")).isFalse();
        assertThat(product.door().get("/desk").get("name").asText()).isEqualTo("Parley");
        refused = assertThatThrownBy(() -> boss.door().put("/admin/settings", Json.of("desk.keeps-days", 90)))
                .isRefusedWith(Code.INVALID);
        assertThat(refused.answer().at("/fields/desk.keeps-days").asText()).isEqualTo("format");
        assertThat(audited()).isEmpty();
    }

    @Test
    void forAdministratorsOnly() {
        var maya = product.desk().agent("maya");
        assertThatThrownBy(() -> maya.door().get("/admin/settings")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> maya.door().put("/admin/settings", Json.of("desk.name", "Mine")))
                .isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> product.door().get("/admin/settings")).isRefusedWith(Code.UNAUTHENTICATED);
    }

    private JsonNode setting(String name) {
        return Json.list(boss.door().get("/admin/settings").get("settings")).stream()
                .filter(setting -> setting.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> audited() {
        return database.read(handle -> handle.createQuery("""
                        select subject || ': ' || detail from audit
                         where action = 'setting' and actor_id = :boss
                         order by subject, id
                        """)
                .bind("boss", java.util.UUID.fromString(boss.id()))
                .mapTo(String.class)
                .list());
    }
}
