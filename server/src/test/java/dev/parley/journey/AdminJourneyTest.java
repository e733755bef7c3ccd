package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class AdminJourneyTest {
    private static final String NAMES = """
            async () => {
              const answer = await fetch("/api/v1/admin/settings", { headers: { "X-Parley": "agent" } });
              return (await answer.json()).settings.map(({ name }) => name);
            }
            """;

    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    @Test
    void administratorChangesTheSettingsOfTheDesk() {
        Screen desk = stage.agent("daniel.osei").screen();
        admin(desk).click();
        assertThat(name(desk)).isVisible();
        List<?> names = (List<?>) desk.page().evaluate(NAMES);
        Assertions.assertThat(names)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(desk.page().locator("[id='" + name + "']")).isVisible());
        assertThat(desk.button("Save")).isDisabled();

        name(desk).fill("Harbour Desk");
        desk.field("Privacy page").fill("somewhere");
        desk.named(AriaRole.SWITCH, "Agents ask agents").click();
        desk.sees("Unsaved changes");
        desk.button("Save").click();
        assertThat(desk.field("Privacy page")).hasAttribute("aria-invalid", "true");
        assertThat(name(desk)).isVisible();
        everybodyReads("Northwind");

        desk.page().getByRole(AriaRole.LINK).getByText("Dashboard").click();
        admin(desk).click();
        assertThat(name(desk)).hasValue("Harbour Desk");
        desk.field("Privacy page").fill("https://harbour.example/privacy");
        desk.button("Save").click();
        desk.sees("Saved");
        assertThat(desk.button("Save")).isDisabled();
        everybodyReads("Harbour Desk");

        Screen maya = stage.agent("maya.okafor").screen();
        assertThat(maya.button("Start a chat with Jonas Lindqvist")).hasCount(0);
    }

    @Test
    void onlyAdministratorsAreOfferedIt() {
        Screen maya = stage.agent("maya.okafor").screen();
        assertThat(admin(maya)).hasCount(0);
        maya.open("/agent/admin");
        maya.sees("Only administrators see the settings of the desk.");
        assertThat(maya.button("Save")).hasCount(0);
    }

    @Test
    void pageIsFreeOfFaultsAndFitsAPhone() {
        Screen desk = stage.agent("daniel.osei").screen();
        desk.open("/agent/admin");
        assertThat(name(desk)).isVisible();
        Assertions.assertThat(Accessibility.faults(desk, "administration")).isEmpty();
        desk.page().setViewportSize(320, 700);
        Assertions.assertThat(desk.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(320);
    }

    private static Locator admin(Screen desk) {
        return desk.named(AriaRole.LINK, "Admin");
    }

    private static Locator name(Screen desk) {
        return desk.field("Name of this desk");
    }

    /// The desk's name, where one need not be known to read it.
    private void everybodyReads(String name) {
        Visitor visitor = stage.publicUser();
        visitor.arrives();
        assertThat(visitor.screen().page().locator(".brand")).containsText(name);
    }
}
