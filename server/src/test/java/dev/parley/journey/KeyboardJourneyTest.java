package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class KeyboardJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void publicUserAndAgentChatWithoutAPointer() {
        Agent maya = signsInByKeyboard();
        Visitor kim = stage.publicUser();
        kim.arrives();
        startsByKeyboard(kim);

        maya.seesRequestOf("Kim");
        keys(maya.screen()).walksTo(maya.acceptButton("Kim"));
        keys(maya.screen()).press("Enter");
        Conversation withKim = maya.with("Kim");
        assertThat(withKim.composer()).isFocused();
        keys(maya.screen()).says("Yes, we do.");
        kim.chat().sees("Yes, we do.");

        assertThat(kim.chat().composer()).isFocused();
        keys(kim.screen()).says("Thank you!");
        withKim.shows(List.of("Do you repair zips?", "Yes, we do.", "Thank you!"));
        closesByKeyboard(maya);
        kim.chat().isTold("This conversation is closed.");
    }

    private Agent signsInByKeyboard() {
        var maya = new Agent(stage.screen());
        maya.screen().open("/agent");
        Keys keys = keys(maya.screen());
        keys.walksTo(maya.screen().field("User name or email"));
        keys.type("maya.okafor");
        keys.walksTo(maya.screen().field("Password"));
        keys.says(Stage.PASSWORD);
        maya.seesTheDesk();
        return maya;
    }

    private static void startsByKeyboard(Visitor kim) {
        Keys keys = keys(kim.screen());
        keys.walksTo(kim.launcher());
        keys.press("Enter");
        assertThat(kim.startButton()).isVisible();
        keys.walksTo(kim.screen().field("Your name"));
        keys.type("Kim");
        keys.walksTo(kim.screen().field("Your message"));
        keys.type("Do you repair zips?");
        keys.walksTo(kim.startButton());
        keys.press("Enter");
        kim.chat().isTold("Waiting for an agent");
    }

    private static void closesByKeyboard(Agent maya) {
        Keys keys = keys(maya.screen());
        keys.walksBackTo(maya.with("Kim").box().getByLabel("Chat actions"));
        keys.press("Enter");
        Locator close = maya.screen().named(AriaRole.MENUITEM, "Close chat");
        assertThat(close).isVisible();
        keys.press("End");
        assertThat(close).isFocused();
        keys.press("Enter");
        Locator dialog = maya.dialog("Close the chat with Kim?");
        assertThat(dialog).isVisible();
        keys.press("Enter");
        assertThat(dialog).hasCount(0);
    }

    private static Keys keys(Screen screen) {
        return new Keys(screen);
    }
}
