package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Reading and writing on somebody else's page with a screen reader, an input method, a full clipboard, any script.
@Tag("journey")
final class EmbedWritingJourneyTest extends ForeignPage {
    private static final ObjectMapper JSON = new ObjectMapper();
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

    @Test
    void whatIsOldIsNotReadOutAndManyQuickMessagesAreOneSentence() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor hanna = chatsWith(maya, "Hanna Embedded", "Tell me everything.");
        maya.screen().leave();
        String chat = chatOf(maya, "Hanna Embedded");
        writes(maya, chat, "old", MANY);
        hanna.arrives(shop.origin() + "/next");
        hanna.chat().sees("old " + MANY);
        hanna.frame().evaluate(LISTEN);
        Locator thread = hanna.frame().locator(".thread");
        Locator first = hanna.frame().locator(".msg").getByText("Tell me everything.");
        hanna.page().waitForCondition(() -> {
            thread.evaluate("box => { box.scrollTop = 0; }");
            return first.count() == 1;
        });
        writes(maya, chat, "new", QUICK);
        hanna.frame().waitForFunction("() => said.length > 0");
        assertThat(hanna.frame().evaluate("said")).isEqualTo(List.of(QUICK + " new messages from Maya Okafor"));
        asks(maya, "POST", "/chats/" + chat + "/close", "{}");
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

    private String chatOf(Agent agent, String visitor) {
        JsonNode chats = asks(agent, "GET", "/chats?status=open", "").path("chats");
        return StreamSupport.stream(chats.spliterator(), false)
                .filter(chat -> chat.path("requester").path("name").asText().equals(visitor))
                .map(chat -> chat.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /// Writes `word 1`, `word 2` and so on, one after the other.
    private void writes(Agent agent, String chat, String word, int count) {
        for (int number = 1; number <= count; number++) {
            String message = "{\"id\":\"%s\",\"text\":\"%s %d\"}".formatted(UUID.randomUUID(), word, number);
            asks(agent, "POST", "/chats/" + chat + "/entries", message);
        }
    }

    /// What the agent's browser asks without a page.
    private JsonNode asks(Agent agent, String method, String path, String body) {
        RequestOptions request = RequestOptions.create()
                .setMethod(method)
                .setHeader("X-Parley", "agent")
                .setHeader("Origin", widgets)
                .setHeader("Content-Type", "application/json");
        if (!body.isEmpty()) {
            request.setData(body);
        }
        APIResponse answer = agent.screen().page().request().fetch(widgets + "/api/v1" + path, request);
        assertThat(answer.ok()).as(path).isTrue();
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        } finally {
            answer.dispose();
        }
    }
}
