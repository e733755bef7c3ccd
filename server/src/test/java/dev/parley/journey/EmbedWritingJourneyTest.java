package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Reading and writing on somebody else's page with a screen reader, an input method, a full clipboard, any script.
@Tag("journey")
final class EmbedWritingJourneyTest extends ForeignPage {
    private static final int MANY = 1_000;
    private static final int QUICK = 5;
    private static final int LONGEST = 4_000;

    /// What a screen reader is given to say, from now on.
    private static final String LISTEN = """
            () => {
              window.said = [];
              const announcer = document.querySelector("[role=log][aria-live=polite]");
              new MutationObserver((changes) =>
                changes.forEach(({ addedNodes }) =>
                  addedNodes.forEach(({ textContent: text }) => {
                    // Of history only this is ever told.
                    if (!text.endsWith("earlier messages loaded")) said.push(text);
                  }),
                ),
              ).observe(announcer, { childList: true, subtree: true });
            }
            """;

    /// Writes many messages in the agent's one open chat with this visitor, ten at a time.
    private static final String WRITE = """
            async ([name, texts]) => {
              const headers = { "X-Parley": "agent", "Content-Type": "application/json" };
              const { chats } = await (await fetch("/api/v1/chats", { headers })).json();
              const { id } = chats.find(({ requester, status }) => requester.name === name && status === "active");
              const write = async (text) => {
                const body = JSON.stringify({ id: crypto.randomUUID(), text });
                const { ok } = await fetch(`/api/v1/chats/${id}/entries`, { method: "POST", headers, body });
                if (!ok) throw new Error("not stored: " + text);
              };
              while (texts.length > 0) await Promise.all(texts.splice(0, 10).map(write));
            }
            """;

    @Test
    void whatIsOldIsNotReadOutAndManyQuickMessagesAreOneSentence() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor hanna = chatsWith(maya, "Hanna Embedded", "Tell me everything.");
        writes(maya, "Hanna Embedded", numbered("old", MANY));
        hanna.arrives(shop.origin() + "/next");
        hanna.chat().sees("old " + MANY);
        hanna.frame().evaluate(LISTEN);
        Locator thread = hanna.frame().locator(".thread");
        Locator first = hanna.frame().locator(".msg").getByText("Tell me everything.");
        hanna.page().waitForCondition(() -> {
            thread.evaluate("box => { box.scrollTop = 0; }");
            return first.count() == 1;
        });
        writes(maya, "Hanna Embedded", numbered("new", QUICK));
        hanna.frame().waitForFunction("() => said.length > 0");
        assertThat(hanna.frame().evaluate("said")).isEqualTo(List.of(QUICK + " new messages from Maya Okafor"));
        maya.closes("Hanna Embedded");
    }

    @Test
    void enterThatEndsACompositionDoesNotSend() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor yuki = chatsWith(maya, "Yuki Embedded", "Konnichiwa");
        Locator composer = yuki.chat().composer();
        composer.click();
        CDPSession browser = yuki.page().context().newCDPSession(yuki.frame());
        composes(browser, "かんじ");
        assertThat(composer).hasValue("かんじ");
        presses(browser, "Enter");
        yuki.page().waitForTimeout(300);
        yuki.chat().shows(List.of("Konnichiwa"));
        var chosen = new JsonObject();
        chosen.addProperty("text", "漢字");
        browser.send("Input.insertText", chosen);
        assertThat(composer).hasValue("漢字");
        composer.press("Enter");
        maya.with("Yuki Embedded").shows(List.of("Konnichiwa", "漢字"));
        maya.closes("Yuki Embedded");
    }

    private static void composes(CDPSession browser, String text) {
        var composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        browser.send("Input.imeSetComposition", composition);
    }

    private static void presses(CDPSession browser, String key) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            var event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("key", key);
            event.addProperty("code", key);
            // What browsers tell of a key that an input method has taken.
            event.addProperty("windowsVirtualKeyCode", 229);
            browser.send("Input.dispatchKeyEvent", event);
        }
    }

    @Test
    void textThatIsTooLongStaysInTheFieldUntilItFits() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor pia = chatsWith(maya, "Pia Embedded", "I paste a lot");
        Locator composer = pia.chat().composer();
        Keyboard keys = pia.page().keyboard();
        composer.fill("x".repeat(LONGEST + 1));
        composer.press("ControlOrMeta+A");
        keys.press("ControlOrMeta+X");
        assertThat(composer).hasValue("");
        keys.press("ControlOrMeta+V");
        assertThat(composer).hasValue("x".repeat(LONGEST + 1));
        pia.chat().isTold("Too long to be sent");
        keys.press("Enter");
        pia.page().waitForTimeout(300);
        pia.chat().shows(List.of("I paste a lot"));
        keys.press("Backspace");
        keys.press("Enter");
        maya.with("Pia Embedded").shows(List.of("I paste a lot", "x".repeat(LONGEST)));
        maya.closes("Pia Embedded");
    }

    @Test
    void everyScriptIsShownAsItIsReadAndNothingSticksOut() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor noam = chatsWith(maya, "Noam Embedded", "Hello");
        String family = "👩‍👩‍👧 🏔️";
        String hebrew = "שלום, יש לכם אוהל?";
        String word = "Donaudampfschifffahrt".repeat(30);
        for (String text : List.of(family, hebrew, word)) {
            noam.chat().says(text);
        }
        maya.with("Noam Embedded").shows(List.of("Hello", family, hebrew, word));
        noam.chat().shows(List.of("Hello", family, hebrew, word));
        assertThat(directionOf(noam, hebrew)).isEqualTo("rtl");
        assertThat(directionOf(noam, family)).isEqualTo("ltr");
        noam.page().setViewportSize(320, 640);
        assertThat(noam.frame()
                        .evaluate("() => [document.documentElement, document.querySelector('.thread')]"
                                + ".every((box) => box.scrollWidth <= box.clientWidth)"))
                .isEqualTo(true);
        noam.page().setViewportSize(1280, 720);
        maya.closes("Noam Embedded");
    }

    private static Object directionOf(ShopVisitor visitor, String text) {
        return visitor.frame().locator(".msg").getByText(text).evaluate("line => getComputedStyle(line).direction");
    }

    private ShopVisitor chatsWith(Agent agent, String name, String text) {
        ShopVisitor visitor = visitor();
        visitor.arrives(shop.origin() + "/");
        visitor.pressesTheLauncher();
        visitor.asksAs(name, text);
        agent.accepts(name);
        visitor.isTold("chat:accepted");
        return visitor;
    }

    private static void writes(Agent agent, String name, List<String> texts) {
        agent.screen().page().evaluate(WRITE, List.of(name, texts));
    }

    private static List<String> numbered(String word, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> word + " " + number)
                .toList();
    }
}
