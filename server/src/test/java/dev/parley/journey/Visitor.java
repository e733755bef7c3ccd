package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/// Somebody in front of the external interface: a public user, or a customer user once signed in.
record Visitor(Screen screen) {
    void arrives() {
        screen.open("/");
        assertThat(launcher()).isVisible();
    }

    void signsIn(String login) {
        arrives();
        screen.field("User name or email").fill(login);
        screen.field("Password").fill(Stage.PASSWORD);
        Agent.press(screen.page().getByRole(AriaRole.MAIN), "Sign in");
        screen.sees("My conversations");
        assertThat(screen.button("Start a conversation")).isVisible();
    }

    /// Asks as a public user who gives this name.
    void asksAs(String name, String text) {
        arrives();
        launcher().click();
        screen.field("Your name").fill(name);
        fillsInMessage(text);
    }

    /// The same, about something in this channel.
    void asksIn(String channel, String name, String text) {
        arrives();
        launcher().click();
        screen.field("Your name").fill(name);
        screen.field("What is it about?").selectOption(channel);
        fillsInMessage(text);
    }

    /// Asks as the customer user who has signed in.
    void asks(String text) {
        screen.button("Start a conversation").click();
        fillsInMessage(text);
    }

    void fillsInMessage(String text) {
        screen.field("Your message").fill(text);
        startButton().click();
        chat().isTold("Waiting for an agent");
        chat().sees(text);
    }

    Locator launcher() {
        return screen.button("Chat with us");
    }

    Locator startButton() {
        return screen.button("Start conversation");
    }

    Conversation chat() {
        return new Conversation(screen.page().locator("section.widget"));
    }

    /// Chooses the open conversation with `other` on the page, as on a new tab.
    void opensChatWith(String other) {
        arrives();
        screen.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(other))
                .first()
                .click();
    }
}
