package dev.parley.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingWorkProductTest {
    @Inject
    SettingWork work;

    @AfterEach
    void asBefore() {
        work.run("set", "desk.name", "");
        work.run("set", "desk.keeps-days", "");
    }

    @Test
    void settingsAreListedWithTheirValueAndWhatTheyMayHold() {
        assertThat(work.run("list").lines())
                .anySatisfy(line -> assertThat(line).matches("desk\\.locale +en +en \\| de \\| ar"))
                .anySatisfy(line -> assertThat(line).matches("desk\\.keeps-days +a number from 1 to 36500"))
                .anySatisfy(line -> assertThat(line).matches("desk\\.name +Parley +text, at most 64 characters"));
    }

    @Test
    void whatIsSetIsShownUntilItGoesBackToItsDefault() {
        assertThat(work.run("set", "desk.name", " Fjord & Co ")).isEqualTo("desk.name is now: Fjord & Co");
        assertThat(work.run("show", "desk.name")).isEqualTo("Fjord & Co");
        assertThat(work.run("list")).contains("Fjord & Co");
        assertThat(work.run("set", "desk.name", "")).isEqualTo("desk.name is now: Parley");
        assertThat(work.run("show", "desk.name")).isEqualTo("Parley");
    }

    @Test
    void nameThatIsNoSettingIsRefused() {
        refuses("desk.nmae", "unknown", "set", "desk.nmae", "x");
        refuses("desk.nmae", "unknown", "show", "desk.nmae");
    }

    @Test
    void valueThatASettingMayNotHoldChangesNothing() {
        work.run("set", "desk.keeps-days", "90");
        refuses("desk.keeps-days", "format", "set", "desk.keeps-days", "ninety");
        assertThat(work.run("show", "desk.keeps-days")).isEqualTo("90");
        refuses("desk.locale", "unknown", "set", "desk.locale", "xx");
        assertThat(work.run("show", "desk.locale")).isEqualTo("en");
    }

    private void refuses(String name, String code, String... words) {
        assertThatThrownBy(() -> work.run(words))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsEntry(name, code));
    }
}
