package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class WindowStatesJourneyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /// The page asks every ten seconds, and the server looks every three.
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    /// Whoever waits is counted, so nobody else may be here.
    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    private final List<String> faults = new ArrayList<>();

    @Test
    void visitorsWaitInLineAndSaveAndRateWhatTheyGot() {
        Agent maya = stage.agent("maya.okafor");
        Visitor ada = stage.publicUser();
        ada.asksIn("Technical Support", "Ada", "The zip is stuck.");
        ada.chat().isTold("You are next in line");
        Visitor bea = stage.publicUser();
        bea.asksIn("Technical Support", "Bea", "The pole is bent.");
        bea.chat().isTold("You are number 2 in line");
        look(bea.screen(), "waiting in line");

        maya.accepts("Ada");
        maya.with("Ada").says("A drop of wax helps.");
        ada.chat().sees("A drop of wax helps.");
        ada.chat().says("I will try that.");
        maya.with("Ada").sees("I will try that.");
        assertThat(bea.chat().box().getByText("You are next in line")).isVisible(SOON);
        maya.closes("Ada");
        assertThat(heading(ada)).isFocused();
        look(ada.screen(), "closed");
        Assertions.assertThat(saved(ada)).contains("The zip is stuck.", "A drop of wax helps.");

        rates(ada);
        Locator seen = maya.with("Ada").box();
        assertThat(seen.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("4 of 5 stars")))
                .isVisible();
        assertThat(seen).containsText("It slides again.");
        look(ada.screen(), "rated");
        look(maya.screen(), "a rated chat in the console");
        Assertions.assertThat(faults).isEmpty();
    }

    private static Locator heading(Visitor visitor) {
        return visitor.screen().named(AriaRole.HEADING, "Save the conversation");
    }

    private static String saved(Visitor visitor) {
        Locator button = visitor.chat()
                .box()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Download as text"));
        Download download = visitor.screen().page().waitForDownload(button::click);
        assertThat(button).containsText("Saved as " + download.suggestedFilename());
        try {
            return Files.readString(download.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// By keyboard alone: the stars are one choice, and Enter sends.
    private void rates(Visitor visitor) {
        visitor.screen().named(AriaRole.RADIO, "3 of 5 stars").focus();
        Page page = visitor.screen().page();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        assertThat(visitor.screen().named(AriaRole.RADIO, "4 of 5 stars")).isChecked();
        look(visitor.screen(), "rating");
        visitor.screen().field("Anything to add? (optional)").fill("It slides again.");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Thank you for your rating")).isFocused();
    }

    @Test
    void customerUserFindsHisRatingAgainAmongHisConversations() {
        Agent maya = stage.agent("maya.okafor");
        Visitor owen = stage.customerUser("owen.pritchard");
        owen.asks("Which size?");
        maya.accepts("Owen Pritchard");
        maya.with("Owen Pritchard").says("Forty-two.");
        maya.closes("Owen Pritchard");
        assertThat(heading(owen)).isVisible();
        owen.screen().button("Close").click();

        owen.opensChatWith("Maya Okafor");
        Locator page = owen.screen().page().getByRole(AriaRole.MAIN);
        page.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("5 of 5 stars"))
                .press("Space");
        Agent.press(page, "Send rating");
        assertThat(page).containsText("Thank you for your rating");
        look(owen.screen(), "conversation with its rating");
        owen.screen().reload();
        assertThat(page.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("5 of 5 stars")))
                .isVisible();
        Agent.press(page, "Change rating");
        assertThat(page.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("5 of 5 stars")))
                .isChecked();
        Assertions.assertThat(faults).isEmpty();
    }

    @Test
    void outsideOfOfficeHoursNobodyIsThereAndNoTextIsLost() {
        Agent daniel = stage.agent("daniel.osei");
        Visitor rosa = stage.publicUser();
        rosa.arrives();
        rosa.launcher().click();
        rosa.screen().field("Your name").fill("Rosa");
        rosa.screen().field("Your message").fill("Do you ship to Portugal?");
        opensTomorrow(daniel);
        rosa.startButton().click();
        rosa.screen().sees("Your text stays here.");
        assertThat(rosa.screen().field("Your message")).hasValue("Do you ship to Portugal?");
        look(rosa.screen(), "form of a desk that has closed");

        Visitor late = stage.publicUser();
        late.arrives();
        late.launcher().click();
        late.screen().sees("Nobody is available right now");
        late.screen().sees("Back tomorrow at 8:00");
        assertThat(late.startButton()).hasCount(0);
        look(late.screen(), "nobody available");
        Assertions.assertThat(faults).isEmpty();
    }

    /// Sets the office hours of the external interface.
    private static void opensTomorrow(Agent administrator) {
        String tomorrow = ZonedDateTime.now(BERLIN)
                .plusDays(1)
                .getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toLowerCase(Locale.ENGLISH);
        administrator.screen().page().evaluate("""
                async ([zone, day]) => {
                  const path = "/api/v1/admin/widgets/external";
                  const headers = { "X-Parley": "agent", "Content-Type": "application/json" };
                  const { version, document } = await (await fetch(path, { headers })).json();
                  document.hours = { timeZone: zone, week: { [day]: [["08:00", "18:00"]] } };
                  const body = JSON.stringify({ version, document });
                  const { ok } = await fetch(path, { method: "PUT", headers, body });
                  if (!ok) throw new Error("hours were refused");
                }
                """, List.of(BERLIN.getId(), tomorrow));
    }

    @Test
    void customerUserIsNotifiedOnceHeHasSaidSo() {
        Agent maya = stage.agent("maya.okafor");
        Screen screen = stage.screen();
        screen.page().addInitScript(NOTIFICATIONS);
        var ingrid = new Visitor(screen);
        ingrid.signsIn("ingrid.solheim");
        screen.button("Start a conversation").click();
        screen.button("Back to conversations").click();
        screen.sees("Shall your browser tell you");
        look(screen, "list with the offer of notifications");
        Assertions.assertThat(screen.page().evaluate("window.asked")).isEqualTo(0);
        screen.button("Notify me").click();
        assertThat(screen.button("Notify me")).hasCount(0);
        Assertions.assertThat(screen.page().evaluate("window.asked")).isEqualTo(1);

        maya.looksAtCustomerUsers();
        maya.asks("Ingrid Solheim", "Your *boots* are ready.");
        screen.page().waitForCondition(() -> told(screen).size() == 1);
        Assertions.assertThat(told(screen))
                .isEqualTo(List.of("Maya Okafor would like to chat with you: Your boots are ready."));
        Assertions.assertThat(faults).isEmpty();
    }

    /// The browser's own dialog cannot be clicked, and nobody looks at the page.
    private static final String NOTIFICATIONS = """
            window.asked = 0;
            window.told = [];
            let permission = "default";
            window.Notification = class {
              static get permission() {
                return permission;
              }
              static async requestPermission() {
                window.asked++;
                return (permission = "granted");
              }
              constructor(title, { body }) {
                window.told.push(`${title}: ${body}`);
              }
              close() {}
            };
            Object.defineProperty(document, "hidden", { get: () => true });
            """;

    private static List<?> told(Screen screen) {
        return (List<?>) screen.page().evaluate("window.told");
    }

    private void look(Screen screen, String name) {
        faults.addAll(Accessibility.faults(screen, name));
    }
}
