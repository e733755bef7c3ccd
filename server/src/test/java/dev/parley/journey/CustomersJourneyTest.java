package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The customer users of the desk, and the page of each.
@Tag("journey")
final class CustomersJourneyTest {
    private static final String SPEAK_ARABIC = """
            async () => await fetch("/api/v1/me/preferences", {
              method: "PUT",
              headers: { "Content-Type": "application/json", "X-Parley": "agent" },
              body: JSON.stringify({ language: "ar" }),
            })
            """;
    private static final String UNKNOWN = "/agent/customers/00000000-0000-4000-8000-000000000000";

    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    private final List<String> faults = new ArrayList<>();

    @Test
    void agentFindsACustomerUserByKeyboardAndChatsWithHim() {
        Visitor marcus = stage.customerUser("marcus.bell");
        Agent maya = stage.agent("maya.okafor");
        var keys = new Keys(maya.screen());
        keys.press("Control+k");
        keys.says("go to the customers");
        assertThat(maya.screen().page()).hasURL(Pattern.compile("/agent/customers$"));
        keys.walksTo(search(maya));
        keys.type("bell MARCUS");
        assertThat(rows(maya)).hasCount(1);
        keys.press("ArrowDown");
        assertThat(row(maya, "Marcus Bell")).isFocused();
        keys.press("Enter");
        assertThat(title(maya, "Marcus Bell")).isFocused();
        maya.screen().page().goBack();
        assertThat(row(maya, "Marcus Bell")).isFocused();
        keys.press("Enter");
        assertThat(title(maya, "Marcus Bell")).isFocused();
        maya.screen().sees("Bell & Sons Outfitters");
        maya.screen().sees("No chats that you may read.");

        keys.walksTo(maya.screen().button("Request chat"));
        keys.press("Enter");
        assertThat(maya.dialog("Request chat")).isVisible();
        keys.type("Your tents are here.");
        keys.press("Control+Enter");
        // The window has stepped aside from the button that has the focus again.
        keys.walksTo(maya.with("Marcus Bell").box().getByLabel("Chat actions"));
        maya.with("Marcus Bell").isTold("Waiting for Marcus Bell");
        assertThat(chats(maya)).containsText("Waiting");
        Agent.press(card(marcus), "Accept");
        marcus.chat().says("I am on my way.");
        maya.with("Marcus Bell").shows(List.of("Your tents are here.", "I am on my way."));
        assertThat(chats(maya)).containsText("In progress");
        maya.closes("Marcus Bell");
        assertThat(chats(maya)).containsText("not rated");
        returnsFromTheChatAndTheList(maya, keys);
    }

    private static void returnsFromTheChatAndTheList(Agent maya, Keys keys) {
        Page page = maya.screen().page();
        Locator begin = maya.screen().named(AriaRole.LINK, "Your tents are here.");
        keys.walksBackTo(begin);
        keys.press("Enter");
        assertThat(page).hasURL(Pattern.compile("/agent/chats/"));
        maya.with("Marcus Bell").sees("I am on my way.");
        assertThat(page.locator("aside").getByRole(AriaRole.LINK).first()).hasText("Marcus Bell");
        page.goBack();
        assertThat(title(maya, "Marcus Bell")).isVisible();
        page.goBack();
        assertThat(search(maya)).hasValue("bell MARCUS");
        assertThat(rows(maya)).hasCount(1);
    }

    @Test
    void listSaysWhoIsThereAndWhomNothingFits() {
        Visitor noah = stage.customerUser("noah.adeyemi");
        Agent jonas = stage.agent("jonas.lindqvist");
        jonas.screen().named(AriaRole.LINK, "Customers").click();
        jonas.screen().sees("6 customer users");
        Locator ask = jonas.screen().button("Start a chat with Noah Adeyemi");
        assertThat(ask).isVisible();
        assertThat(jonas.screen().button("Start a chat with Lena Fischer")).hasCount(0);
        noah.screen().page().evaluate("""
                async () => await fetch("/api/v1/session", { method: "DELETE", headers: { "X-Parley": "customer" } })
                """);
        assertThat(ask).hasCount(0);
        search(jonas).fill("%");
        jonas.screen().sees("Nobody fits “%”.");
        search(jonas).fill("alpenhaus");
        assertThat(rows(jonas)).hasCount(1);
        row(jonas, "Lena Fischer").click();
        jonas.screen().sees("No chat possible: Lena Fischer is offline.");
        jonas.screen().named(AriaRole.LINK, "Customers").last().click();
        search(jonas).fill("kita");
        row(jonas, "Aiko Tanaka").click();
        jonas.screen().named(AriaRole.LINK, "Kita Alpine Club").click();
        assertThat(search(jonas)).hasValue("Kita Alpine Club");
        jonas.screen().open(UNKNOWN);
        jonas.screen().sees("There is no such customer user.");
        jonas.screen().button("All customers").click();
        assertThat(rows(jonas)).hasCount(6);
    }

    @Test
    void everyScreenIsFreeOfFaultsInBothDirections() {
        stage.customerUser("owen.pritchard").asks("The regulator hisses.");
        Agent maya = stage.agent("maya.okafor");
        maya.accepts("Owen Pritchard");
        maya.closes("Owen Pritchard");
        screens(maya.screen(), "en");
        maya.screen().page().evaluate(SPEAK_ARABIC);
        maya.screen().open("/agent");
        assertThat(maya.screen().page().locator("html")).hasAttribute("dir", "rtl");
        screens(maya.screen(), "ar");
        Assertions.assertThat(faults).isEmpty();
    }

    private void screens(Screen desk, String language) {
        Page page = desk.page();
        desk.open("/agent/customers");
        assertThat(page.locator(".customer")).hasCount(6);
        look(desk, "customers, " + language);
        page.locator("input[type=search]").fill("nobody at all");
        assertThat(page.locator(".customers .empty")).isVisible();
        look(desk, "no customers, " + language);
        page.locator("input[type=search]").fill("owen");
        assertThat(page.locator(".customer")).hasCount(1);
        page.locator(".customer__name").click();
        assertThat(page.locator(".cchat")).hasCount(1);
        look(desk, "a customer user, " + language);
        desk.open(UNKNOWN);
        assertThat(page.locator(".empty [role=alert]")).isVisible();
        look(desk, "nobody, " + language);
    }

    private void look(Screen desk, String name) {
        faults.addAll(Accessibility.faults(desk, name));
        for (int width : List.of(320, 390, 800, 1440)) {
            desk.page().setViewportSize(width, 844);
            int wide = ((Number) desk.page().evaluate("document.documentElement.scrollWidth")).intValue();
            if (wide > width) {
                faults.add("%s: %d wide on a screen of %d".formatted(name, wide, width));
            }
        }
    }

    private static Locator search(Agent agent) {
        return agent.screen().field("Find customer users");
    }

    private static Locator rows(Agent agent) {
        return agent.screen().named(AriaRole.LIST, "Customer users").getByRole(AriaRole.LISTITEM);
    }

    private static Locator row(Agent agent, String name) {
        return agent.screen().named(AriaRole.LINK, name);
    }

    private static Locator title(Agent agent, String name) {
        return agent.screen().named(AriaRole.HEADING, name).first();
    }

    private static Locator chats(Agent agent) {
        return agent.screen().named(AriaRole.REGION, "Chats");
    }

    private static Locator card(Visitor customer) {
        return customer.screen().named(AriaRole.ALERTDIALOG, "Maya Okafor would like to chat with you");
    }
}
