package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class LostRightsJourneyTest {
    private static final double FIVE_SECONDS = 5_000;
    private static final double UNDO_IS_OVER = 12_000;

    @RegisterExtension
    final Stage stage = Stage.shared();

    /// Tomás holds no permission in Technical Support: when the chat moves there he may not see another word.
    @Test
    void whoMayReadAChatNoLongerIsToldAndSeesItNoMore() {
        Agent maya = stage.agent("maya.okafor");
        Agent tomas = stage.agent("tomas.herrera");
        Visitor uma = stage.publicUser();
        uma.asksAs("Uma", "My stove hisses.");
        maya.accepts("Uma");
        maya.invites("Uma", "Tomás Herrera", "Do you know this stove?");
        Agent.press(tomas.toast("Maya Okafor invites you to a chat"), "Accept");
        tomas.with("Uma").sees("My stove hisses.");

        moves(maya, "Technical Support");
        Locator told = tomas.toast("You may no longer read the chat with Uma");
        assertThat(told).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNDO_IS_OVER));
        assertThat(tomas.with("Uma").box())
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(FIVE_SECONDS));
        maya.with("Uma").says("Only we two now.");
        uma.chat().sees("Only we two now.");
        assertThat(tomas.screen().page().getByText("Only we two now.")).hasCount(0);
        maya.closes("Uma");
    }

    private static void moves(Agent agent, String channel) {
        agent.screen().choose(agent.with("Uma").box().getByLabel("Chat actions"), "Change channel");
        Locator dialog = agent.dialog("Change channel");
        dialog.getByLabel("Move to").selectOption(channel);
        Agent.press(dialog, "Move");
        assertThat(dialog).hasCount(0);
    }
}
