package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// An agent in front of the console.
record Agent(Screen screen) {
    void signsIn(String login) {
        screen.open("/agent");
        screen.field("User name or email").fill(login);
        screen.field("Password").fill(Stage.PASSWORD);
        screen.button("Sign in").click();
        seesTheDesk();
    }

    void seesTheDesk() {
        assertThat(screen.named(AriaRole.NAVIGATION, "Organizer")).isVisible();
    }

    Locator acceptButton(String from) {
        return screen.button("Accept chat from " + from).first();
    }

    void seesRequestOf(String from) {
        assertThat(acceptButton(from)).isVisible();
    }

    void accepts(String from) {
        acceptButton(from).click();
        assertThat(with(from).composer()).isVisible();
    }

    /// Opens the preview of a request and gives the dialog.
    Locator previews(String from) {
        screen.button("Preview chat from " + from).click();
        return dialog("Chat request from " + from);
    }

    /// The chat window that names `other`.
    Conversation with(String other) {
        return new Conversation(screen.named(AriaRole.REGION, "Chat with " + other));
    }

    /// Asks a colleague or a customer user who stands in the list of people.
    void asks(String person, String text) {
        screen.button("Start a chat with " + person).click();
        Locator dialog = dialog("Request chat");
        dialog.getByLabel("Initial message").fill(text);
        press(dialog, "Create");
        assertThat(dialog).hasCount(0);
    }

    void looksAtCustomerUsers() {
        screen.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^Customer users")))
                .click();
    }

    void invites(String other, String colleague, String note) {
        screen.choose(menuOf(other), "Invite");
        Locator dialog = dialog("Invite an agent");
        dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(colleague))
                .check();
        dialog.getByLabel("Note").fill(note);
        press(dialog, "Invite");
        assertThat(dialog).hasCount(0);
    }

    void closes(String other) {
        screen.choose(menuOf(other), "Close chat");
        press(dialog("Close the chat with " + other + "?"), "Close chat");
        with(other).isTold("This conversation is closed.");
    }

    /// What a colleague wants, as it is announced: gives the card with its buttons.
    Locator toast(String title) {
        return screen.page().locator(".toast").filter(new Locator.FilterOptions().setHasText(title));
    }

    Locator dialog(String title) {
        return screen.named(AriaRole.DIALOG, title);
    }

    static void press(Locator inside, String button) {
        inside.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private Locator menuOf(String other) {
        return with(other).box().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chat actions"));
    }
}
