package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Clip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pages that are hostile, careless or strict, and browsers that refuse: the widget stands all of it.
@Tag("journey")
final class EmbedHostJourneyTest extends ForeignPage {
    private static final String HOSTILE = """
            * { display: none !important; all: unset !important; transform: rotate(20deg) scale(3) !important;
                font: 90px fantasy !important; background: red !important; opacity: .2 !important; filter: blur(9px) !important }
            div, button, iframe, html > * { position: static !important; width: 0 !important; z-index: -1 !important }
            html { all: revert !important; background: white !important }
            """;
    private static final String DENY_STORAGE = """
            for (const name of ["localStorage", "sessionStorage", "indexedDB"])
              Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
            """;

    @Test
    void hostileStylesChangeNothingOfTheLauncher() {
        String strict = Shop.strict(widgets) + "; style-src 'unsafe-inline'";
        String script =
                "<script async src=\"%s/widget/v1/loader.js\" data-widget=\"%s\"></script>".formatted(widgets, key);
        shop.page("/hostile", strict, "<style>" + HOSTILE + "</style>" + script);
        shop.page("/plain", strict, script);
        ShopVisitor visitor = visitor();
        visitor.arrives(shop.origin() + "/plain");
        byte[] plain = corner(visitor);
        visitor.arrives(shop.origin() + "/hostile");
        assertThat(corner(visitor)).isEqualTo(plain);
        visitor.pressesTheLauncher();
        assertThat(visitor.button("Start conversation")).isVisible();
    }

    private static byte[] corner(ShopVisitor visitor) {
        var size = visitor.page().viewportSize();
        return visitor.page()
                .screenshot(
                        new Page.ScreenshotOptions().setClip(new Clip(size.width - 185, size.height - 66, 145, 40)));
    }

    @Test
    void chatSurvivesAReloadWhereTheBrowserDeniesStorage() {
        ShopVisitor bea = visitor();
        bea.page().addInitScript(DENY_STORAGE);
        bea.arrives(shop.origin() + "/");
        bea.pressesTheLauncher();
        bea.asksAs("Bea Embedded", "Without storage");
        bea.arrives(shop.origin() + "/");
        bea.pressesTheLauncher();
        bea.chat().sees("Without storage");
        bea.button("Cancel request").click();
        bea.sees("Start a new conversation");
    }

    @Test
    void whereCookiesAreRefusedTheChatWorksUntilThePageIsLeftAndSaysSo() {
        ShopVisitor carl = visitor();
        carl.page().route("**/api/v1/public-chats", EmbedHostJourneyTest::withoutCookies);
        carl.arrives(shop.origin() + "/");
        carl.pressesTheLauncher();
        carl.asksAs("Carl Embedded", "Without cookies");
        carl.sees("this chat ends when you leave the page");
        carl.chat().says("still here");
        carl.chat().hasNothingUnsent();
        carl.button("Cancel request").click();
        carl.sees("Start a new conversation");
        carl.arrives(shop.origin() + "/");
        carl.pressesTheLauncher();
        assertThat(carl.button("Start conversation")).isVisible();
    }

    private static void withoutCookies(Route route) {
        var answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("set-cookie");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    @Test
    void pageThatBlocksFramesGetsAWindowOfItsOwn() {
        String blocking = "default-src 'none'; script-src " + widgets;
        shop.page(
                "/blocking",
                blocking,
                "<script async src=\"%s/widget/v1/loader.js\" data-widget=\"%s\"></script>".formatted(widgets, key));
        ShopVisitor dora = visitor();
        dora.arrives(shop.origin() + "/blocking");
        Page own = dora.page().waitForPopup(dora::pressesTheLauncher);
        dora.isTold("error");
        assertThat(dora.told()).anyMatch(event -> event.contains("frame_blocked"));
        own.getByLabel("Your name").fill("Dora Embedded");
        own.getByLabel("Your message").fill("In a window");
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start conversation"))
                .click();
        new Conversation(own.locator("section.widget")).sees("In a window");
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel request"))
                .click();
        own.close();
        dora.screen().complaints().clear();
    }

    @Test
    void unknownSiteShowsNothing() {
        String elsewhere = desk.widget("https://elsewhere.example", "");
        shop.page("/foreign", widgets, elsewhere, "");
        ShopVisitor visitor = visitor();
        visitor.arrives(shop.origin() + "/foreign");
        visitor.commands("Parley.open()");
        visitor.isTold("error");
        assertThat(visitor.told()).anyMatch(event -> event.contains("frame_blocked"));
        assertThat(visitor.told()).noneMatch(event -> event.startsWith("ready"));
        visitor.screen().complaints().clear();
    }

    @Test
    void commandsBeforeTheLoaderAreDoneInOrderAndWrongOnesDoNoHarm() {
        shop.script("/host.js", """
                window.Parley = window.Parley || function () { (Parley.q = Parley.q || []).push(arguments); };
                Parley("nonsense"); Parley("update", { theme: "pink" }); Parley("open");
                Parley("newConversation", { message: "A draft of the page" }); Parley("boot"); Parley("boot");
                """);
        String script =
                "<script src=\"/host.js\"></script><script async src=\"%s/widget/v1/loader.js\" data-widget=\"%s\"></script>"
                        .formatted(widgets, key);
        shop.page(
                "/early",
                "default-src 'none'; script-src 'self' %s; frame-src %s".formatted(widgets, widgets),
                script + script);
        ShopVisitor visitor = visitor();
        visitor.arrives(shop.origin() + "/early");
        assertThat(visitor.frame().getByLabel("Your message")).hasValue("A draft of the page");
        visitor.commands("Parley.shutdown(); Parley.open(); Parley.shutdown(); Parley('get', 'open')");
        visitor.page().waitForCondition(() -> !visitor.hasFrame());
        visitor.commands("Parley.boot(); Parley.boot()");
        visitor.pressesTheLauncher();
        assertThat(visitor.button("Start conversation")).isVisible();
        assertThat(visitor.page().evaluate("Parley.get('open')")).isEqualTo(true);
    }

    @Test
    void whatIsAskedForIsDoneOnceItIsKnownWhoIsThere() {
        ShopVisitor visitor = visitor();
        List<Route> held = new ArrayList<>();
        visitor.page().route("**/api/v1/session", held::add);
        visitor.arrives(shop.origin() + "/");
        visitor.commands("Parley.newConversation({ message: 'A draft of the page' })");
        visitor.page().waitForCondition(() -> !held.isEmpty());
        visitor.commands("Parley.set('cart', 3)");
        held.forEach(Route::resume);
        assertThat(visitor.frame().getByLabel("Your message")).hasValue("A draft of the page");
    }

    @Test
    void everythingByKeyboardAndTheFocusComesBack() {
        ShopVisitor visitor = visitor();
        visitor.arrives(shop.origin() + "/");
        visitor.page().keyboard().press("Tab");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.frame().locator("[data-heading]")).isFocused();
        for (String press : List.of("Tab", "Tab")) {
            visitor.page().keyboard().press(press);
        }
        assertThat(visitor.frame().getByLabel("Your name")).isFocused();
        visitor.page().keyboard().press("Escape");
        visitor.isTold("close");
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForFunction("() => seen.events.filter((event) => event.startsWith('open')).length === 2");
    }

    @Test
    void windowIsFreeOfFaultsOnDesktopAndPhoneAndFillsThePhone() {
        var faults = new ArrayList<String>();
        ShopVisitor visitor = visitor();
        visitor.arrives(shop.origin() + "/");
        visitor.pressesTheLauncher();
        assertThat(visitor.button("Start conversation")).isVisible();
        faults.addAll(Accessibility.faults(visitor.screen(), visitor.frame(), "start"));
        visitor.asksAs("Edda Embedded", "Look at me");
        faults.addAll(Accessibility.faults(visitor.screen(), visitor.frame(), "waiting"));
        visitor.page().setViewportSize(390, 844);
        visitor.page().waitForFunction("() => document.body.inert");
        assertThat(((Number) visitor.frame().evaluate("innerWidth")).intValue()).isEqualTo(390);
        visitor.button("Cancel request").click();
        visitor.sees("Start a new conversation");
        assertThat(faults).isEmpty();
    }

    @Test
    void pageThatIsReadFromRightToLeftHasTheWidgetOnItsLeft() {
        shop.page(
                "/arabic",
                Shop.strict(widgets),
                "<script async src=\"%s/widget/v1/loader.js\" data-widget=\"%s\"></script>".formatted(widgets, key));
        ShopVisitor visitor = visitor();
        visitor.page()
                .addInitScript(
                        "document.documentElement?.setAttribute('dir', 'rtl'); "
                                + "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; document.documentElement.lang = 'ar'; })");
        visitor.arrives(shop.origin() + "/arabic");
        visitor.page().mouse().click(60, visitor.page().viewportSize().height - 45);
        assertThat(visitor.frame().locator("html[dir=rtl]")).hasCount(1);
        assertThat(visitor.frame().locator("html[lang=ar]")).hasCount(1);
        assertThat(visitor.frame().locator("#start-message")).isVisible();
        assertThat(Accessibility.faults(visitor.screen(), visitor.frame(), "right to left"))
                .isEmpty();
    }
}
