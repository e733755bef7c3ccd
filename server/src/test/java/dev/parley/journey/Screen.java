package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What one person sees: a page, what it has heard from the server, and whatever went wrong on it.
final class Screen {
    private static final String TELL_VIOLATIONS = """
            addEventListener("securitypolicyviolation", (event) =>
              console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
            """;

    private final String address;
    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints;
    private final List<String> heard = new ArrayList<>();
    private int dials;

    private Screen(String address, BrowserContext browser, List<String> complaints) {
        this.address = address;
        this.browser = browser;
        this.complaints = complaints;
        this.page = browser.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> complaints.add("script error: " + error));
        page.onRequest(request -> dials += request.url().endsWith("/api/v1/poll") ? 1 : 0);
        page.onWebSocket(socket -> {
            dials++;
            socket.onFrameReceived(frame -> heard.add(frame.text()));
        });
    }

    static Screen of(String address, BrowserContext browser) {
        browser.addInitScript(TELL_VIOLATIONS);
        return new Screen(address, browser, new ArrayList<>());
    }

    /// Another tab of the same browser.
    Screen anotherTab() {
        return new Screen(address, browser, complaints);
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(address + path);
    }

    void leave() {
        page.navigate("about:blank");
    }

    void reload() {
        page.reload();
    }

    void goOffline() {
        browser.setOffline(true);
    }

    void goOnline() {
        browser.setOffline(false);
    }

    /// Policy violations and script errors so far, on all tabs.
    List<String> complaints() {
        return complaints;
    }

    /// Every frame the page got from the server.
    List<String> heard() {
        return heard;
    }

    /// How often the page has tried to reach the server so far, by socket or by polling.
    int dials() {
        return dials;
    }

    Locator button(String name) {
        return named(AriaRole.BUTTON, name);
    }

    Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label).and(page.locator("input, textarea, select"));
    }

    /// Chooses from the menu that `opener` opens.
    void choose(Locator opener, String item) {
        opener.click();
        named(AriaRole.MENUITEM, item).click();
    }

    void sees(String text) {
        assertThat(page.getByText(text)
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
    }

    void sees(Pattern text) {
        assertThat(page.getByText(text)
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private void note(ConsoleMessage message) {
        String text = message.text().toLowerCase(Locale.ROOT);
        if (text.contains("policy") || text.contains("trusted")) {
            complaints.add(message.text());
        }
    }
}
