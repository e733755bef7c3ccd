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

/// The full-page workspace: its list, its log, its keys.
@Tag("journey")
final class WorkplaceJourneyTest {
    private static final int LONG = 260;

    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void whoOwnsTheChannelFindsAColleaguesChatObservesItUnseenAndTakesOver() {
        Agent maya = stage.agent("maya.okafor");
        Agent jonas = stage.agent("jonas.lindqvist");
        Visitor yara = stage.publicUser();
        yara.asksAs("Yara", "My sleeping bag is wet.");
        maya.accepts("Yara");
        opensWorkspace(jonas);
        Locator observe = jonas.screen().button("Observe the chat with Yara");
        assertThat(observe).hasCount(0);
        tab(jonas, "All").click();
        assertThat(row(jonas, "Yara")).containsText("with Maya Okafor");
        assertThat(row(jonas, "Yara")).not().containsText("sleeping bag");
        observe.click();
        jonas.with("Yara").sees("My sleeping bag is wet.");
        jonas.with("Yara").isTold("You observe. Nobody outside sees you.");
        jonas.with("Yara").mayNotWrite();
        maya.with("Yara").isTold("Jonas Lindqvist");

        jonas.screen().choose(jonas.with("Yara").box().getByLabel("Chat actions"), "Take over");
        jonas.with("Yara").says("I have a dry one for you.");
        yara.chat().sees("I have a dry one for you.");
        assertThat(yara.screen().page().getByText("observes")).hasCount(0);
        tab(jonas, "Mine").click();
        assertThat(jonas.screen().named(AriaRole.LIST, "Open")).containsText("Yara");
        jonas.closes("Yara");
    }

    @Test
    void whatWasBegunOnOneDeviceGoesOnOnAnother() {
        Agent maya = stage.agent("maya.okafor");
        Visitor zoe = stage.publicUser();
        zoe.asksAs("Zoe", "Which gas?");
        maya.accepts("Zoe");
        maya.with("Zoe").composer().fill("The blue one, be");
        Agent elsewhere = stage.agent("maya.okafor");
        opensWorkspace(elsewhere);
        assertThat(elsewhere.screen().named(AriaRole.LIST, "Open")).containsText("Zoe");
        elsewhere.screen().page().waitForTimeout(1_500);
        elsewhere.screen().reload();
        chooses(elsewhere, "Zoe");
        assertThat(elsewhere.with("Zoe").composer()).hasValue("The blue one, be");
        elsewhere.with("Zoe").says("The blue one.");
        maya.with("Zoe").sees("The blue one.");
        maya.closes("Zoe");
    }

    @Test
    void longLogIsReadUpwardsWithoutLosingThePlaceAndEveryLineCanBeFound() {
        Agent maya = stage.agent("maya.okafor");
        Visitor abel = stage.publicUser();
        abel.asksAs("Abel", "line 0");
        maya.accepts("Abel");
        for (int i = 1; i <= LONG; i++) {
            abel.chat().says("line " + i);
        }
        abel.chat().hasNothingUnsent();
        opensWorkspace(maya);
        chooses(maya, "Abel");
        Locator thread = maya.with("Abel").box().locator(".thread");
        assertThat(line(maya, LONG)).isInViewport();
        while (line(maya, 0).count() == 0) {
            double before = topOf(maya, thread);
            maya.screen().page().waitForTimeout(100);
            thread.evaluate("box => { box.scrollTop = 0; }");
            maya.screen().page().waitForTimeout(300);
            assertThat(maya.with("Abel").box().locator(".jump--count")).hasCount(0);
            Assertions.assertThat(topOf(maya, thread)).isNotEqualTo(before);
        }
        Assertions.assertThat(maya.with("Abel").box().locator(".msg").allTextContents().stream()
                        .filter(text -> text.startsWith("line "))
                        .toList())
                .hasSize(LONG + 1)
                .doesNotHaveDuplicates();
        Assertions.assertThat(thread.locator(".thread__lines--many").count()).isEqualTo(1);
        thread.evaluate("box => { box.scrollTop = box.scrollHeight / 2; }");
        maya.screen().page().waitForTimeout(300);
        Object seen = middle(thread);
        abel.chat().says("one more");
        assertThat(maya.with("Abel").box().locator(".jump--count")).isVisible();
        Assertions.assertThat(middle(thread)).isEqualTo(seen);
        maya.with("Abel").box().locator(".jump--count").click();
        assertThat(maya.with("Abel").box().locator(".msg").last()).isInViewport();
        maya.closes("Abel");
    }

    @Test
    void regionsAreReachedInTheirOrderAndThePaletteDoesWhatItSays() {
        Agent maya = stage.agent("maya.okafor");
        Visitor bela = stage.publicUser();
        bela.asksAs("Bela", "Can I pay by invoice?");
        maya.accepts("Bela");
        opensWorkspace(maya);
        chooses(maya, "Bela");
        assertThat(maya.with("Bela").composer()).isVisible();
        Page page = maya.screen().page();
        List<String> passed = new ArrayList<>();
        maya.screen().button("Search and commands").focus();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("F6");
            passed.add(String.valueOf(page.evaluate("""
                    () => ["rail", "ws__list", "thread", "composer", "ws__details"].find((name) =>
                      document.activeElement.closest("." + name))
                    """)));
        }
        Assertions.assertThat(passed).containsExactly("rail", "ws__list", "thread", "composer", "ws__details");

        opensPalette(maya);
        page.keyboard().type("n");
        maya.with("Bela").isTold("Internal");
        opensPalette(maya);
        page.keyboard().type("dash");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/agent$"));
        opensWorkspace(maya);
        chooses(maya, "Bela");
        opensPalette(maya);
        page.keyboard().type("e");
        Agent.press(maya.dialog("Close the chat with Bela?"), "Close chat");
        maya.with("Bela").isTold("This conversation is closed.");
    }

    @Test
    void workspaceItsListsPaletteAndShortcutsAreFreeOfFaults() {
        Agent maya = stage.agent("maya.okafor");
        Visitor cora = stage.publicUser();
        cora.asksAs("Cora", "Is the hut open?");
        maya.accepts("Cora");
        opensWorkspace(maya);
        chooses(maya, "Cora");
        List<String> faults = new ArrayList<>(Accessibility.faults(maya.screen(), "workspace"));
        opensWorkspace(maya);
        tab(maya, "All").click();
        assertThat(row(maya, "Cora")).isVisible();
        faults.addAll(Accessibility.faults(maya.screen(), "all open chats"));
        maya.screen().page().keyboard().press("Control+k");
        faults.addAll(Accessibility.faults(maya.screen(), "palette"));
        maya.screen().page().keyboard().press("Escape");
        maya.screen().page().keyboard().press("Control+/");
        faults.addAll(Accessibility.faults(maya.screen(), "shortcuts"));
        maya.screen().page().keyboard().press("Escape");
        chooses(maya, "Cora");
        maya.closes("Cora");
        Assertions.assertThat(faults).isEmpty();
    }

    private static void opensPalette(Agent agent) {
        agent.screen().page().keyboard().press("Control+k");
        assertThat(agent.dialog("Go to or do").getByRole(AriaRole.COMBOBOX)).isFocused();
    }

    private static void opensWorkspace(Agent agent) {
        agent.screen().open("/agent/chats");
        agent.seesTheDesk();
    }

    private static void chooses(Agent agent, String name) {
        tab(agent, "Mine").click();
        agent.screen()
                .named(AriaRole.LIST, "Open")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    private static Locator tab(Agent agent, String name) {
        return agent.screen()
                .page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + " ")));
    }

    private static Locator row(Agent agent, String name) {
        return agent.screen()
                .named(AriaRole.LIST, "Open")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator line(Agent agent, int number) {
        return agent.with("Abel")
                .box()
                .locator(".msg")
                .getByText("line " + number, new Locator.GetByTextOptions().setExact(true));
    }

    /// The distance of the oldest line from the top: changes as older ones come.
    private static double topOf(Agent agent, Locator thread) {
        return ((Number) thread.evaluate("box => box.scrollHeight - box.scrollTop")).doubleValue();
    }

    /// What stands in the middle of what is seen.
    private static Object middle(Locator thread) {
        return thread.evaluate("""
                box => {
                  const { left, top, width, height } = box.getBoundingClientRect();
                  const at = document.elementsFromPoint(left + width / 4, top + height / 2);
                  return at.find((each) => each.closest("li"))?.closest("li").innerText;
                }
                """);
    }
}
