package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class UndoJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void closingCanBeTakenBackForSixSecondsAndHappensAfterThem() {
        Agent maya = stage.agent("maya.okafor");
        Visitor otto = stage.publicUser();
        otto.asksAs("Otto", "Is this still on?");
        maya.accepts("Otto");

        closes(maya);
        Agent.press(maya.toast("The chat with Otto is being closed"), "Undo");
        assertThat(maya.toast("The chat with Otto is being closed")).hasCount(0);
        otto.chat().says("Hello?");
        maya.with("Otto").shows(List.of("Is this still on?", "Hello?"));
        maya.with("Otto").says("Yes, it is.");
        otto.chat().sees("Yes, it is.");

        closes(maya);
        maya.with("Otto").isTold("Closes in");
        otto.chat().isTold("This conversation is closed.");
        maya.with("Otto").mayNotWrite();
    }

    @Test
    void movingToAnotherChannelCanBeTakenBack() {
        Agent maya = stage.agent("maya.okafor");
        Visitor petra = stage.publicUser();
        petra.asksAs("Petra", "Who knows about stoves?");
        maya.accepts("Petra");

        maya.screen().choose(maya.with("Petra").box().getByLabel("Chat actions"), "Change channel");
        Locator dialog = maya.dialog("Change channel");
        dialog.getByLabel("Move to").selectOption("Technical Support");
        Agent.press(dialog, "Move");
        maya.with("Petra").isTold("Moves in");
        Agent.press(maya.with("Petra").box(), "Undo");
        maya.closes("Petra");
        assertThat(maya.with("Petra").box().getByText("moved the conversation")).hasCount(0);
        petra.chat().isTold("This conversation is closed.");
    }

    private static void closes(Agent maya) {
        maya.screen().choose(maya.with("Otto").box().getByLabel("Chat actions"), "Close chat");
        Agent.press(maya.dialog("Close the chat with Otto?"), "Close chat");
    }
}
