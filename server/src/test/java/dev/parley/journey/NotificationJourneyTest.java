package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class NotificationJourneyTest {
    /// Notes what the page plays and shows, and says that nobody looks at it.
    private static final String LISTEN = """
            window.told = [];
            Document.prototype.hasFocus = () => false;
            Object.defineProperty(Notification, "permission", { get: () => "granted" });
            const begin = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...at) {
              window.told.push("tone");
              return begin.apply(this, at);
            };
            ServiceWorkerRegistration.prototype.showNotification = async function (title, { tag, actions = [] }) {
              window.told.push(`popup ${title} ${tag.length} ${actions.map(({ action }) => action).join()}`);
            };
            """;

    /// The tab that leads, as the browser knows it: it holds the agent's lock.
    private static final String LEADER = """
            async () => (await navigator.locks.query()).held
              .find(({ name }) => name.startsWith("parley-agent-"))?.clientId ?? null
            """;
    private static final double HANDS_OVER_WITHIN = 2_000;

    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void ofTwoTabsOneTellsByPopUpAndSoundAndTheOtherTakesOver() {
        Screen one = stage.screen();
        one.page().addInitScript(LISTEN);
        var maya = new Agent(one);
        maya.signsIn("maya.okafor");
        Screen two = one.anotherTab();
        two.page().addInitScript(LISTEN);
        two.open("/agent");
        new Agent(two).seesTheDesk();
        List.of(one, two).forEach(tab -> tab.page().mouse().click(400, 30));

        Visitor vera = stage.publicUser();
        vera.asksAs("Vera", "Do you rent snowshoes?");
        awaitTone(one, two);
        assertThat(popups(one, two)).singleElement().asString().matches("popup Vera asks in .* 36 accept");
        assertThat(List.of(one, two))
                .filteredOn(tab -> told(tab).contains("tone"))
                .hasSize(1);

        Screen leader = told(one).isEmpty() ? two : one;
        Screen heir = leader == one ? two : one;
        Object led = heir.page().evaluate(LEADER);
        leader.page().close();
        heir.page()
                .waitForFunction(
                        "async (before) => ![before, null].includes(await (" + LEADER + ")())",
                        led,
                        new Page.WaitForFunctionOptions().setTimeout(HANDS_OVER_WITHIN));
        Visitor willi = stage.publicUser();
        willi.asksAs("Willi", "And crampons?");
        awaitTone(heir);
        assertThat(popups(heir)).anyMatch(popup -> popup.startsWith("popup Willi asks in"));
        var rest = new Agent(heir);
        for (String name : List.of("Vera", "Willi")) {
            rest.accepts(name);
            rest.closes(name);
        }
    }

    @Test
    void titleCountsWhatWaits() {
        Agent maya = stage.agent("maya.okafor");
        Visitor xaver = stage.publicUser();
        xaver.asksAs("Xaver", "Hello?");
        maya.seesRequestOf("Xaver");
        assertThat(maya.screen().page()).hasTitle(Pattern.compile("^\\(\\d+\\) "));
        assertThat(maya.screen().page().locator("link[rel=icon]"))
                .hasAttribute("href", Pattern.compile("^data:image/svg"));
        maya.accepts("Xaver");
        maya.closes("Xaver");
    }

    private static void awaitTone(Screen... tabs) {
        tabs[0].page()
                .waitForCondition(
                        () -> Stream.of(tabs).anyMatch(tab -> told(tab).contains("tone")),
                        new Page.WaitForConditionOptions().setTimeout(15_000));
    }

    private static List<String> popups(Screen... tabs) {
        return Stream.of(tabs)
                .flatMap(tab -> told(tab).stream())
                .filter(what -> what.startsWith("popup"))
                .toList();
    }

    private static List<String> told(Screen tab) {
        return ((List<?>) tab.page().evaluate("window.told"))
                .stream().map(String::valueOf).toList();
    }
}
