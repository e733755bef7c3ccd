package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/// One chat on somebody's screen: what is in it, and where to write. `box` is what surrounds it.
record Conversation(Locator box) {
    /// Writes and sends, as fast as hands allow: does not wait for anything.
    void says(String text) {
        composer().fill(text);
        composer().press("Enter");
    }

    void writesNote(String text) {
        Agent.press(box, "Internal note");
        says(text);
        Agent.press(box, "Public reply");
    }

    Locator composer() {
        return box.getByRole(AriaRole.TEXTBOX);
    }

    /// Sees a message with this text, once.
    void sees(String text) {
        assertThat(message(text)).hasCount(1);
        assertThat(message(text)).isVisible();
    }

    /// Sees, anywhere around the messages, a line that says this.
    void isTold(String text) {
        assertThat(box.getByText(text).first()).isVisible();
    }

    /// Sees all messages from the first on, once each and in this order.
    void shows(List<String> texts) {
        assertThat(box.locator(".msg")).hasText(texts.toArray(String[]::new));
    }

    /// Everything sent has arrived and nothing waits.
    void hasNothingUnsent() {
        assertThat(box.locator(".group--unsent")).hasCount(0);
    }

    void hasUnsent(int count) {
        assertThat(box.locator(".group--unsent")).hasCount(count);
    }

    List<String> messages() {
        return box.locator(".msg").allInnerTexts();
    }

    /// Reads below his own last message how far it came: "Sent", "Delivered" or "Read".
    void hasReceipt(String word) {
        assertThat(box.locator(".group__receipt").last()).containsText(word);
    }

    void mayNotWrite() {
        assertThat(composer()).hasCount(0);
    }

    private Locator message(String text) {
        return box.locator(".msg").filter(new Locator.FilterOptions().setHasText(text));
    }
}
