package dev.parley.load.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.experiment.Experiments;
import dev.parley.load.planted.Patch.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static List<Patch> all() {
        return Patch.all(ROOT);
    }

    static List<Patch> bugs() {
        return all().stream().filter(Patch::bug).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatchAppliesToTodaysSources(Patch patch) {
        Command.Result check = new Command(
                        ROOT, List.of("git", "apply", "--check", patch.file().toString()))
                .run();

        assertThat(check.code())
                .as("load/planted/%s.patch has to be drawn again: %s", patch.name(), check.said())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatchSaysWhatItIs(Patch patch) {
        assertThat(patch.says()).startsWith(patch.bug() ? "Bug: " : "No bug: ");
        assertThat(patch.breaks().isEmpty()).isNotEqualTo(patch.bug());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTrialIsThere(Patch patch) throws IOException {
        switch (patch.trial()) {
            case Trial.Experiment experiment -> {
                List<String> arguments = experiment.arguments();
                assertThat(arguments).startsWith("proof", "--only");
                assertThat(Experiments.list().lines()).anyMatch(line -> line.startsWith(arguments.get(2) + " "));
            }
            case Trial.PageTest test ->
                assertThat(ROOT.resolve("web").resolve(test.file())).content().contains(test.test());
        }
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void everyBugStandsInTheDocument(Patch bug) throws IOException {
        String counter = bug.trial().counter();

        assertThat(Files.readString(ROOT.resolve("docs/delivery-proof.md")).lines())
                .anyMatch(
                        line -> line.startsWith("| `" + bug.name() + "` |") && line.endsWith("| `" + counter + "` |"));
    }

    @Test
    void nothingOfThemIsInTheSources() throws IOException {
        assertThat(bugs()).hasSizeGreaterThanOrEqualTo(13);
        assertThat(ROOT.resolve("server/src/main/java/dev/parley/base/ExitPoint.java"))
                .doesNotExist();
    }

    @Test
    void aHeadWithoutACounterIsNoBug(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("odd.patch"), "# Bug: odd\n# Caught by: bench proof --only kill\n");

        assertThatThrownBy(() -> Patch.read(file))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("which counter");
    }

    @Test
    void aTrialThatIsNoExperimentIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.patch"), "# Bug: odd\n# Caught by: luck\n# Counter: lost\n");

        assertThatThrownBy(() -> Patch.read(file)).hasMessageContaining("luck");
    }
}
