package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The desk's settings from the command line, as an operator or his script sees them: what is said, and the exit code.
@Tag("journey")
final class SettingCommandJourneyTest {
    private static final int REFUSED = 1;
    private static final int MISTYPED = 2;

    @RegisterExtension
    final Stage stage = Stage.on(Product::untouched);

    @Test
    void settingChangedByCommandHoldsAndWhatIsWrongIsSaidAndChangesNothing() {
        stage.product().stop();
        says(0, "desk.name is now: Fjord & Co", "set", "desk.name", "Fjord & Co");
        says(REFUSED, "{desk.nmae=unknown}", "set", "desk.nmae", "Fjord & Co");
        says(REFUSED, "{desk.keeps-days=format}", "set", "desk.keeps-days", "ninety");
        says(REFUSED, "{desk.nmae=unknown}", "show", "desk.nmae");
        says(MISTYPED, "Missing required parameter: 'NAME'", "show");
        says(0, "Fjord & Co", "show", "desk.name");
        says(0, "desk.keeps-days                                     a number from 1 to 36500", "list");

        stage.product().start();
        Product.Said running = setting("show", "desk.name");
        assertThat(running.exitCode()).as(running.words()).isNotZero();
    }

    private void says(int exitCode, String words, String... command) {
        Product.Said said = setting(command);
        assertThat(said.words()).contains(words);
        assertThat(said.exitCode()).as(said.words()).isEqualTo(exitCode);
    }

    private Product.Said setting(String... command) {
        var words = new String[command.length + 1];
        words[0] = "setting";
        System.arraycopy(command, 0, words, 1, command.length);
        return stage.product().runs("", words);
    }
}
