package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Colleagues see within 35 seconds how an agent is there, and why.
@Tag("journey")
final class PresenceJourneyTest {
    private static final double SOON = 35_000;

    @RegisterExtension
    final Stage stage = Stage.on(() -> Product.demo(Map.of("PARLEY_IDLE_AGENT", "15s")));

    @Test
    void bestOfThreeSessionsCountsUntilAllAreIdleOrGone() {
        Agent jonas = stage.agent("jonas.lindqvist");
        List<Agent> mayas = List.of(stage.agent("maya.okafor"), stage.agent("maya.okafor"), stage.agent("maya.okafor"));
        isSeen(jonas, "Away", "Away: no activity for \\d+ min");
        mayas.get(1).screen().page().mouse().click(400, 30);
        isSeen(jonas, "Available", "Available: active");
        mayas.get(0).screen().leave();
        mayas.get(2).screen().page().mouse().click(400, 30);
        mayas.get(1).screen().leave();
        isSeen(jonas, "Available", "Available: active");
        mayas.get(2).screen().leave();
        isSeen(jonas, "Offline", "Offline: no connection");
    }

    @Test
    void whatAnAgentChoseAndHisAbsenceAreSeenWithTheirReason() {
        Agent jonas = stage.agent("jonas.lindqvist");
        Agent maya = stage.agent("maya.okafor");
        chooses(maya, "unavailable");
        isSeen(jonas, "Unavailable", "Unavailable: set by the agent");
        assertThat(row(jonas, "Maya Okafor").locator(".person__since")).hasText("just now");
        assertThat(row(jonas, "Maya Okafor").locator(".person__state .visually-hidden"))
                .hasText("Unavailable: set by the agent");
        chooses(maya, "external");
        isSeen(jonas, "Available", "Available: active");

        Screen own = maya.screen();
        own.open("/agent/personalization");
        own.button("Add period").click();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        own.field("First day").fill(today.toString());
        own.field("Last day").fill(today.plusDays(3).toString());
        Agent.press(own.named(AriaRole.REGION, "Out of office"), "Add period");
        isSeen(jonas, "Unavailable", "Unavailable: out of office");
        own.field("I am here although out of office").check();
        own.page().mouse().click(400, 30);
        isSeen(jonas, "Available|Away", "Available: active|Away: no activity for \\d+ min");
    }

    @Test
    void afterTheServerWasKilledWhoComesBackIsThereAndWhoDoesNotIsOffline() {
        Agent jonas = stage.agent("jonas.lindqvist");
        Agent maya = stage.agent("maya.okafor");
        Agent priya = stage.agent("priya.raman");
        isSeen(jonas, "Available|Away", "Available: active|Away: no activity for \\d+ min");
        maya.screen().goOffline();
        stage.product().kill();
        stage.product().start();
        priya.screen().page().mouse().click(400, 30);
        isSeen(jonas, "Offline", "Offline: no connection");
        assertThat(label(jonas, "Priya Raman")).not().hasText("Offline", within());
        maya.screen().goOnline();
        maya.screen().page().mouse().click(400, 30);
        isSeen(jonas, "Available|Away", "Available: active|Away: no activity for \\d+ min");
    }

    private static void isSeen(Agent by, String state, String reason) {
        Locator maya = label(by, "Maya Okafor");
        assertThat(maya)
                .hasText(Pattern.compile("^(" + state + ")$"), new LocatorAssertions.HasTextOptions().setTimeout(SOON));
        assertThat(maya).hasAttribute("title", Pattern.compile("^(" + reason + ")(, for \\d+ min)?$"));
    }

    private static LocatorAssertions.HasTextOptions within() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOON);
    }

    private static Locator label(Agent by, String person) {
        return row(by, person).locator(".status-label");
    }

    private static Locator row(Agent by, String person) {
        return by.screen().page().locator(".person").filter(new Locator.FilterOptions().setHasText(person));
    }

    private static void chooses(Agent agent, String availability) {
        agent.screen().page().locator(".rail__me").click();
        agent.screen()
                .page()
                .locator(".me-menu input[value=" + availability + "]")
                .check();
        agent.screen().page().keyboard().press("Escape");
    }
}
