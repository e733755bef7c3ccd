package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/// Somebody on another site's page that embeds the widget. The launcher stands in a closed shadow root, so it is
/// pressed where a person sees it; the frame is another site's page and is spoken to as one.
record ShopVisitor(Screen screen, String widgets) {
    /// What the page's own scripts could notice: keys, messages between windows, and what the widget tells it.
    private static final String WATCH = """
            () => {
              window.seen = { keys: 0, words: [], events: [] };
              for (const kind of ["keydown", "keyup", "keypress", "input", "paste"])
                addEventListener(kind, () => seen.keys++, true);
              addEventListener("message", (event) => seen.words.push(JSON.stringify(event.data)), true);
              for (const name of ["ready", "open", "close", "unread", "status", "chat:requested", "chat:queue", "chat:accepted",
                                  "chat:closed", "message", "saved", "rated", "identified", "identify:error", "error"])
                document.addEventListener("parley:" + name, (event) =>
                  seen.events.push(name + " " + JSON.stringify(event.detail ?? null)));
            }
            """;

    void arrives(String address) {
        page().navigate(address);
        page().waitForFunction("() => typeof window.Parley === 'function' && !!window.Parley.open");
        page().evaluate(WATCH);
    }

    Page page() {
        return screen.page();
    }

    /// Where the launcher is on a page that is read from left to right.
    void pressesTheLauncher() {
        page().mouse().click(page().viewportSize().width - 50, page().viewportSize().height - 45);
    }

    void commands(String script) {
        page().evaluate("() => { " + script + " }");
    }

    Frame frame() {
        page().waitForCondition(() -> page().frames().stream().anyMatch(this::ours));
        return page().frames().stream().filter(this::ours).findFirst().orElseThrow();
    }

    private boolean ours(Frame frame) {
        return frame.url().startsWith(widgets + "/widget/v1/chat/");
    }

    boolean hasFrame() {
        return page().frames().stream().anyMatch(this::ours);
    }

    Conversation chat() {
        return new Conversation(frame().locator("section.widget"));
    }

    void asksAs(String name, String text) {
        frame().getByLabel("Your name").fill(name);
        asks(text);
    }

    void asks(String text) {
        frame().getByLabel("Your message").fill(text);
        button("Start conversation").click();
        chat().sees(text);
    }

    Locator button(String name) {
        return frame().getByRole(
                        AriaRole.BUTTON,
                        new Frame.GetByRoleOptions().setName(name).setExact(true));
    }

    void sees(String text) {
        assertThat(frame().getByText(text).first()).isVisible();
    }

    /// What the widget told the page so far, each as `name detail`.
    List<String> told() {
        return texts("seen.events");
    }

    /// Waits until the widget has told the page something that begins so.
    void isTold(String beginning) {
        page().waitForFunction("(words) => seen.events.some((event) => event.startsWith(words))", beginning);
    }

    /// Every word that went between windows within the page's hearing.
    List<String> overheard() {
        return texts("seen.words");
    }

    int keysNoticed() {
        return ((Number) page().evaluate("seen.keys")).intValue();
    }

    private List<String> texts(String expression) {
        return ((List<?>) page().evaluate(expression))
                .stream().map(String::valueOf).toList();
    }
}
