package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class KeyboardJourneyTest {
    private static final int MOST_STEPS = 40;

    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void publicUserAndAgentChatWithoutAPointer() {
        Agent maya = signsInByKeyboard();
        Visitor kim = stage.publicUser();
        kim.arrives();
        startsByKeyboard(kim);

        maya.seesRequestOf("Kim");
        walksTo(maya.screen(), maya.acceptButton("Kim"));
        keys(maya.screen()).press("Enter");
        Conversation withKim = maya.with("Kim");
        assertThat(withKim.composer()).isFocused();
        types(maya.screen(), "Yes, we do.");
        kim.chat().sees("Yes, we do.");

        assertThat(kim.chat().composer()).isFocused();
        types(kim.screen(), "Thank you!");
        withKim.shows(List.of("Do you repair zips?", "Yes, we do.", "Thank you!"));
        closesByKeyboard(maya);
        kim.chat().isTold("This conversation is closed.");
    }

    private Agent signsInByKeyboard() {
        var maya = new Agent(stage.screen());
        maya.screen().open("/agent");
        walksTo(maya.screen(), maya.screen().field("User name or email"));
        keys(maya.screen()).type("maya.okafor");
        walksTo(maya.screen(), maya.screen().field("Password"));
        keys(maya.screen()).type(Stage.PASSWORD);
        keys(maya.screen()).press("Enter");
        maya.seesTheDesk();
        return maya;
    }

    private static void startsByKeyboard(Visitor kim) {
        walksTo(kim.screen(), kim.launcher());
        keys(kim.screen()).press("Enter");
        assertThat(kim.startButton()).isVisible();
        walksTo(kim.screen(), kim.screen().field("Your name"));
        keys(kim.screen()).type("Kim");
        walksTo(kim.screen(), kim.screen().field("Your message"));
        keys(kim.screen()).type("Do you repair zips?");
        walksTo(kim.screen(), kim.startButton());
        keys(kim.screen()).press("Enter");
        kim.chat().isTold("Waiting for an agent");
    }

    private static void closesByKeyboard(Agent maya) {
        walksTo(maya.screen(), maya.with("Kim").box().getByLabel("Chat actions"), "Shift+Tab");
        keys(maya.screen()).press("Enter");
        Locator close = maya.screen().named(AriaRole.MENUITEM, "Close chat");
        assertThat(close).isVisible();
        keys(maya.screen()).press("End");
        assertThat(close).isFocused();
        keys(maya.screen()).press("Enter");
        Locator dialog = maya.dialog("Close the chat with Kim?");
        assertThat(dialog).isVisible();
        keys(maya.screen()).press("Enter");
        assertThat(dialog).hasCount(0);
    }

    private static void types(Screen screen, String text) {
        keys(screen).type(text);
        keys(screen).press("Enter");
    }

    private static void walksTo(Screen screen, Locator target) {
        walksTo(screen, target, "Tab");
    }

    /// Presses Tab until `target` has the focus; everything on the way must be reached without being stuck.
    private static void walksTo(Screen screen, Locator target, String key) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (focused(target)) {
                return;
            }
            keys(screen).press(key);
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }

    private static boolean focused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }

    private static Keyboard keys(Screen screen) {
        return screen.page().keyboard();
    }
}
