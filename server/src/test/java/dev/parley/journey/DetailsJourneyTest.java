package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The details beside a chat, by keyboard alone.
@Tag("journey")
final class DetailsJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void sectionsAreFoldedAndMovedByKeyboardAndStaySo() {
        Agent maya = stage.agent("maya.okafor");
        stage.publicUser().asksAs("Livia", "Do you repair zips?");
        maya.accepts("Livia");
        opens(maya);
        Locator titles = maya.screen().page().locator(".details__section h3");
        assertThat(titles).hasText(new String[] {"Visitor", "Page", "Earlier chats"});

        Page page = maya.screen().page();
        Locator order = maya.screen().button("Order of “Earlier chats”");
        order.focus();
        page.keyboard().press("Enter");
        assertThat(maya.screen().page().locator("[role=menuitem]").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(titles).hasText(new String[] {"Visitor", "Earlier chats", "Page"});
        assertThat(order).isFocused();
        assertThat(page.locator("[role=log]").filter(said("Earlier chats is now at place 2 of 3")))
                .hasCount(1);
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("This is the first one.")).isHidden();
        Assertions.assertThat(Accessibility.faults(maya.screen(), "details")).isEmpty();

        maya.screen().reload();
        assertThat(titles).hasText(new String[] {"Visitor", "Earlier chats", "Page"});
        assertThat(page.getByText("This is the first one.")).isHidden();
        order.focus();
        page.keyboard().press("Enter");
        Locator moves = page.locator("[role=menuitem]");
        assertThat(moves.first()).isFocused();
        page.keyboard().press("End");
        assertThat(moves.last()).isFocused();
        page.keyboard().press("Enter");
        assertThat(titles).hasText(new String[] {"Visitor", "Page", "Earlier chats"});
        assertThat(order).isFocused();
    }

    private static Locator.FilterOptions said(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /// On the chats page, wide enough for the details.
    private static void opens(Agent agent) {
        agent.screen().page().setViewportSize(1440, 900);
        agent.screen().open("/agent/chats");
        agent.screen().page().locator(".convo").filter(said("Livia")).click();
        assertThat(agent.screen().page().locator(".details__section").first()).isVisible();
    }
}
