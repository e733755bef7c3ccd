package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The console's own keys.
@Tag("journey")
final class ShortcutsJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    @Test
    void shortcutsAreListedAndSingleKeysWorkOnceSwitchedOn() {
        Agent jonas = stage.agent("jonas.lindqvist");
        Keyboard keys = jonas.screen().page().keyboard();
        keys.press("g");
        keys.press("c");
        assertThat(jonas.screen().page()).hasURL(Pattern.compile("/agent$"));
        keys.press("Control+/");
        Locator list = jonas.dialog("Keyboard shortcuts");
        assertThat(list).isVisible();
        list.getByRole(AriaRole.CHECKBOX).check();
        assertThat(list.getByText("End the chat (asks first)")).isVisible();
        keys.press("Escape");
        assertThat(list).hasCount(0);
        keys.press("g");
        keys.press("c");
        assertThat(jonas.screen().page()).hasURL(Pattern.compile("/agent/chats$"));
        keys.press("g");
        keys.press("d");
        assertThat(jonas.screen().page()).hasURL(Pattern.compile("/agent$"));
    }
}
