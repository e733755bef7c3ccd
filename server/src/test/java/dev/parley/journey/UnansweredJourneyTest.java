package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.app.MailServer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody who was asked for a chat does not answer, and is left a note.
@Tag("journey")
final class UnansweredJourneyTest {
    private static final double MISSED_SOON = 30_000;

    private final Mail mail = new Mail();

    @RegisterExtension
    final Stage stage = Stage.on(mail::demo);

    @AfterEach
    void mailIsGone() {
        mail.close();
    }

    @Test
    void whoeverDidNotAnswerIsMailedTheNoteThatStandsInTheChat() {
        stage.product().changes("update chat_channel set missed_after = interval '6 seconds'");
        Agent maya = stage.agent("maya.okafor");
        Agent tomas = stage.agent("tomas.herrera");
        maya.asks("Tomás Herrera", "Can you take the boots today?");
        tomas.toast("Maya Okafor would like to chat with you").waitFor();
        Conversation chat = maya.with("Tomás Herrera");
        Locator offer = button(chat, "Leave a note");
        assertThat(offer).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MISSED_SOON));
        chat.isTold("Tomás Herrera did not answer");

        Page page = maya.screen().page();
        offer.click();
        Locator dialog = maya.dialog("Leave a note");
        Agent.press(dialog, "Send note");
        assertThat(dialog.locator(".field__error")).isVisible();
        assertThat(dialog.getByLabel("Note")).isFocused();
        page.keyboard().type("The boots leave at four, please call me.");
        page.keyboard().press("Control+Enter");
        assertThat(dialog).hasCount(0);
        chat.isTold("You left Tomás Herrera a note: The boots leave at four, please call me.");
        assertThat(offer).hasCount(0);
        Assertions.assertThat(page.evaluate("document.activeElement.closest('.pane') !== null"))
                .isEqualTo(true);

        MailServer.Arrived letter = mail.newest("tomas.herrera@northwind.example", 1);
        Assertions.assertThat(letter.subject()).isEqualTo("Maya Okafor left you a note");
        Assertions.assertThat(letter.text())
                .contains(
                        "The boots leave at four, please call me.",
                        "Can you take the boots today?",
                        stage.product().address() + "/agent");
    }

    @Test
    void customerUserReadsTheNoteAmongHisConversations() {
        stage.product().changes("update chat_channel set missed_after = interval '6 seconds'");
        Visitor ingrid = stage.customerUser("ingrid.solheim");
        Agent maya = stage.agent("maya.okafor");
        maya.looksAtCustomerUsers();
        maya.asks("Ingrid Solheim", "Your boots are ready.");
        Conversation chat = maya.with("Ingrid Solheim");
        Locator offer = button(chat, "Leave a note");
        assertThat(offer).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MISSED_SOON));
        // From a page that came after the chat was closed.
        maya.screen().open("/agent/chats");
        maya.screen()
                .page()
                .locator(".convo")
                .filter(new Locator.FilterOptions().setHasText("Ingrid"))
                .click();
        offer.click();
        Assertions.assertThat(Accessibility.faults(maya.screen(), "note")).isEmpty();
        maya.dialog("Leave a note").getByLabel("Note").fill("They are at the counter until Friday.");
        Agent.press(maya.dialog("Leave a note"), "Send note");
        chat.isTold("You left Ingrid Solheim a note: They are at the counter until Friday.");

        MailServer.Arrived letter = mail.newest("ingrid@fjelltur.example", 1);
        Assertions.assertThat(letter.text()).contains("They are at the counter until Friday.");
        ingrid.opensChatWith("Maya Okafor");
        ingrid.screen().sees("Maya Okafor left you a note: They are at the counter until Friday.");
    }

    private static Locator button(Conversation chat, String name) {
        return chat.box()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
