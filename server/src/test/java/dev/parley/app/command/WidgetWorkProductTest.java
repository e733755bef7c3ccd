package dev.parley.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.app.Json;
import dev.parley.base.CannotStart;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class WidgetWorkProductTest {
    private static final String DOCUMENT = """
            {"sites": ["https://shop.example"], "channels": ["Default"], "look": {"accent": "#7c2d12"},
             "texts": {"en": {"launcher": "Ask us"}}}
            """;

    @Inject
    WidgetWork work;

    @TempDir
    Path folder;

    private final String key = "cli-" + Ids.next();

    private String file(String json) throws IOException {
        return Files.writeString(folder.resolve("widget.json"), json).toString();
    }

    @Test
    void widgetIsMadeShownAndListed() throws IOException {
        assertThat(work.run("create", key, "By hand", file(DOCUMENT))).contains(key, "version 1");
        assertThat(work.run("list").lines())
                .anySatisfy(line -> assertThat(line).startsWith("external  version"))
                .anySatisfy(line -> assertThat(line).isEqualTo(key + "  version 1  By hand  https://shop.example"));
        assertThat(Json.read(work.run("show", key)).at("/channels/0").asText()).isEqualTo("Default");
        assertThat(Json.read(work.run("show", key)).at("/look/accent").asText()).isEqualTo("#7c2d12");
    }

    @Test
    void whatIsShownCanBeSetAgainAndAChangeIsAVersion() throws IOException {
        work.run("create", key, "By hand", "");
        assertThat(work.run("set", key, "", file(DOCUMENT))).contains("version 2");
        assertThat(work.run("set", key, "", file(work.run("show", key)))).contains("version 2, as it was before");
        assertThat(work.run("set", key, "Renamed", file(DOCUMENT))).contains("version 3");
        assertThat(work.run("list")).contains(key + "  version 3  Renamed");
    }

    @Test
    void linesForAPageComeWithThePolicyItNeeds() throws IOException {
        work.run("create", key, "By hand", file(DOCUMENT));
        assertThat(work.run("snippet", key))
                .contains(
                        "data-widget=\"" + key + "\" data-accent=\"#7c2d12\" data-launcher-label=\"Ask us\"></script>")
                .contains("must allow: script-src http://localhost", "; frame-src http://localhost")
                .endsWith("https://shop.example");
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertThatThrownBy(() -> work.run("show", "nowhere"))
                .isInstanceOf(Refusal.class)
                .hasMessage("no such widget");
        String misspelt = file("{\"site\": []}");
        assertThatThrownBy(() -> work.run("create", key, "By hand", misspelt))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsEntry("site", "unknown"));
        String broken = file("{\n  \"sites\": [}");
        assertThatThrownBy(() -> work.run("create", key, "By hand", broken))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not JSON at line 2");
        assertThatThrownBy(() -> work.run(
                        "create", key, "By hand", folder.resolve("none").toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read");
        assertThat(work.run("list")).doesNotContain(key);
    }

    @Test
    void secretIsNewEachTimeAndOnlyForWidgetsThatStandOnPages() throws IOException {
        work.run("create", key, "By hand", file(DOCUMENT));
        String first = work.run("secret", key);
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(work.run("secret", key)).isNotEqualTo(first);
        for (String none : java.util.List.of("external", "nobody-knows-it")) {
            assertThatThrownBy(() -> work.run("secret", none)).isInstanceOf(Refusal.class);
        }
    }
}
