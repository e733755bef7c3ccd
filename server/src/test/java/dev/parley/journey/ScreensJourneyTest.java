package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every dialog, panel and page of the console in both reading directions, in light and dark, on a desktop and a phone.
@Tag("journey")
final class ScreensJourneyTest {
    private static final String SPEAK = """
            async (language) => await fetch("/api/v1/me/preferences", {
              method: "PUT",
              headers: { "Content-Type": "application/json", "X-Parley": "agent" },
              body: JSON.stringify({ language }),
            })
            """;
    private static final String END_SESSION = """
            async () => await fetch("/api/v1/session", { method: "DELETE", headers: { "X-Parley": "agent" } })
            """;

    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    private final List<String> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyDialogAndPanelIsFreeOfFaults(String language) {
        Agent maya = stage.agent("maya.okafor");
        stage.agent("jonas.lindqvist");
        Visitor rosa = stage.publicUser();
        rosa.asksAs("Rosa", "Do you ship to Portugal?");
        maya.accepts("Rosa");
        maya.with("Rosa").says("Yes, we do.");
        maya.with("Rosa").writesNote("Third time she asks.");
        stage.customerUser("owen.pritchard").asks("The regulator hisses.");
        maya.seesRequestOf("Owen Pritchard");
        Screen desk = maya.screen();
        desk.page().evaluate(SPEAK, language);
        desk.open("/agent");
        assertThat(desk.page().locator("html")).hasAttribute("lang", language);
        assertThat(desk.page().locator(".chatwin .msg").first()).isVisible();
        look(desk, "a docked chat");
        panels(desk);
        dialogs(desk);
        pages(desk);
        desk.page().evaluate(END_SESSION);
        look(desk, "dialog", "the end of the session");
        Assertions.assertThat(faults).isEmpty();
    }

    private void panels(Screen desk) {
        desk.page().locator("button.launcher").click();
        look(desk, ".panel__list", "list of conversations");
        desk.page().locator("button.launcher").click();
        desk.page().locator("nav button.rail__item").click();
        look(desk, ".requests", "list of requests");
        desk.page().keyboard().press("Escape");
        desk.page().locator(".rail__me").click();
        look(desk, ".me-menu", "menu of oneself");
        desk.page().keyboard().press("Escape");
        desk.page().locator(".chatwin [aria-haspopup=menu]").last().click();
        look(desk, "[role=menu]", "actions of a chat");
        desk.page().keyboard().press("Escape");
    }

    private void dialogs(Screen desk) {
        for (String command : List.of("invite", "channel", "close", "channels", "shortcuts")) {
            command(desk, command);
            look(desk, "dialog", command);
            desk.page().keyboard().press("Escape");
            assertThat(desk.page().locator("dialog")).hasCount(0);
        }
        // The window goes from before the list of people.
        desk.page().locator(".chatwin__tools > .icon-btn").last().click();
        desk.page().locator(".person .icon-btn--accent").first().click();
        look(desk, "dialog", "asking a colleague");
        desk.page().keyboard().press("Escape");
        desk.page().locator(".request .icon-btn").first().click();
        look(desk, "dialog", "preview");
        desk.page().keyboard().press("Escape");
    }

    private void pages(Screen desk) {
        for (String path : List.of("/personalization", "/personalization/replies", "/personalization/password")) {
            desk.open("/agent" + path);
            look(desk, "main .card, main .replies", path);
        }
        desk.page().locator("body").press("Control+k");
        look(desk, "dialog.palette", "palette");
        desk.page().keyboard().press("Escape");
        desk.open("/agent/chats");
        Locator chat = desk.page().locator(".convo").first();
        assertThat(chat).isVisible();
        look(desk, "lists of chats");
        chat.click();
        look(desk, ".thread .msg", "workspace");
        desk.open(desk.page().url().replaceAll(".*/chats/", "/agent/window/"));
        look(desk, ".thread .msg", "a chat's own window");
    }

    private static void command(Screen desk, String name) {
        desk.page().locator("body").press("Control+k");
        desk.page().locator("[role=option][id$='-" + name + "']").click();
        assertThat(desk.page().locator("dialog.palette")).hasCount(0);
    }

    private void look(Screen desk, String shown, String name) {
        assertThat(desk.page().locator(shown).first()).isVisible();
        look(desk, name);
    }

    private void look(Screen desk, String name) {
        faults.addAll(Accessibility.faults(desk, name));
        desk.page().setViewportSize(1440, 900);
    }
}
