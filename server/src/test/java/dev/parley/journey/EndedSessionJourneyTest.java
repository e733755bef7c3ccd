package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class EndedSessionJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void signInComesOverThePageWhichKeepsEverything() {
        Agent priya = stage.agent("priya.raman");
        Agent maya = stage.agent("maya.okafor");
        maya.asks("Priya Raman", "Have you a minute?");
        Agent.press(priya.toast("Maya Okafor would like to chat with you"), "Accept");
        Conversation withMaya = priya.with("Maya Okafor");
        withMaya.composer().fill("Half a sentence");

        endsTheOtherSessions(stage.agent("priya.raman"));
        Locator dialog = priya.dialog("Your session has ended");
        assertThat(dialog).isVisible();
        assertThat(withMaya.composer()).hasValue("Half a sentence");
        dialog.getByLabel("Password").and(dialog.locator("input")).fill(Stage.PASSWORD);
        Agent.press(dialog, "Sign in");
        assertThat(dialog).hasCount(0);

        assertThat(withMaya.composer()).hasValue("Half a sentence");
        withMaya.says("Half a sentence, and the rest of it");
        maya.with("Priya Raman").sees("Half a sentence, and the rest of it");
        maya.closes("Priya Raman");
    }

    private static void endsTheOtherSessions(Agent again) {
        again.screen()
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Personalization, Priya Raman"))
                .click();
        again.screen().button("My sessions").click();
        Locator dialog = again.dialog("My sessions");
        Locator ends = dialog.getByText("End", new Locator.GetByTextOptions().setExact(true));
        assertThat(ends.first()).isVisible();
        while (ends.count() > 0) {
            int before = ends.count();
            ends.first().click();
            assertThat(ends).hasCount(before - 1);
        }
        Agent.press(dialog, "Close");
    }
}
