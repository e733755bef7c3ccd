package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.CannotStart;
import dev.parley.base.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesTest {
    @TempDir
    Path folder;

    @Test
    void nothingSetMeansTheDefaults() {
        Settings settings = settings("", Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.limits()).isTrue();
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.db().url()).isEmpty();
        assertThat(settings.address()).isEqualTo("http://localhost:8080");
    }

    @Test
    void environmentWinsOverTheFile() {
        Settings settings = settings("port = 1111\ndata-dir = here", Map.of("PARLEY_PORT", "2222"));
        assertThat(settings.port()).isEqualTo(2222);
        assertThat(settings.dataDir()).isEqualTo(Path.of("here"));
    }

    @Test
    void nestedKeysAreReadFromBoth() {
        Settings settings = settings(
                "db.user = parley",
                Map.of("PARLEY_DB_URL", "jdbc:postgresql://db:5432/parley", "PARLEY_DB_PASSWORD", "secret"));
        assertThat(settings.db().url()).contains("jdbc:postgresql://db:5432/parley");
        assertThat(settings.db().user()).contains("parley");
        assertThat(settings.db().password()).contains("secret");
    }

    @Test
    void unknownVariableStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> settings("", Map.of("PARLEY_PRT", "1")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("PARLEY_PRT is no setting of Parley. Did you mean PARLEY_PORT?");
    }

    @Test
    void unknownKeyStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> settings("db.usr = x", Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("parley.properties: db.usr is no setting of Parley. Did you mean db.user?");
    }

    @Test
    void wrongValuesAreAllNamedWithWhatIsExpected() {
        assertThatThrownBy(() -> settings(
                        "drain = soon\npublic-url = https://chat.example.com/desk",
                        Map.of("PARLEY_PORT", "99999", "PARLEY_LIMITS", "maybe", "PARLEY_DB_URL", "postgres")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PARLEY_PORT is \"99999\", but must be a number from 1 to 65535")
                .hasMessageContaining("PARLEY_LIMITS is \"maybe\", but must be on or off")
                .hasMessageContaining("PARLEY_DB_URL is \"postgres\", but must be jdbc:postgresql://")
                .hasMessageContaining("drain is \"soon\", but must be a duration such as 20s")
                .hasMessageContaining("public-url is \"https://chat.example.com/desk\", but must be https://");
    }

    @Test
    void otherVariablesAreNoneOfOurBusiness() {
        assertThat(settings("", Map.of("PATH", "/bin", "PARLEYS", "many")).port())
                .isEqualTo(8080);
    }

    @Test
    void everySettingStandsInTheManualWithItsDefault() throws IOException {
        String manual = Files.readString(Path.of("../docs/operations.md"));
        assertThat(SettingKey.all())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(manual)
                        .contains("| `" + key.variable() + "` | `" + key.name() + "` | "
                                + key.defaultValue()
                                        .map(value -> "`" + value + "`")
                                        .orElse("–") + " | "));
        long rows = manual.lines().filter(line -> line.startsWith("| `PARLEY_")).count();
        assertThat(rows).isEqualTo(SettingKey.all().size());
    }

    @Test
    void everyVariableOfTheDeploymentsIsASetting() throws IOException {
        List<String> known = SettingKey.all().stream().map(SettingKey::variable).toList();
        try (Stream<Path> files = Files.walk(Path.of("../deploy"))) {
            List<String> named = files.filter(Files::isRegularFile)
                    .flatMap(SourcesTest::variables)
                    .distinct()
                    .toList();
            assertThat(named).contains("PARLEY_DATA_DIR", "PARLEY_DB_URL").isSubsetOf(known);
        }
    }

    private static Stream<String> variables(Path file) {
        try {
            return Pattern.compile("PARLEY_[A-Z_]*[A-Z]")
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Settings settings(String file, Map<String, String> environment) {
        try {
            Path path = Files.writeString(folder.resolve("parley.properties"), file);
            return Sources.settings(Sources.read(path, environment, new Properties()));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
