package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Sizes and places on the screen that no tool for faults looks at.
@Tag("journey")
final class GeometryJourneyTest {
    private static final int STOPS = 70;
    private static final List<String> PAGES = List.of(
            "/agent",
            "/agent/chats",
            "/agent/customers",
            "/agent/customers/first",
            "/agent/personalization",
            "/agent/personalization/replies",
            "/agent/personalization/password");

    /// What of the visible controls is smaller than it should be; links within a text are as high as its lines, and
    /// what
    /// stands in a label is as large as the label.
    private static final String SMALL = """
            (least) => [...document.querySelectorAll("a[href], button, input, select, summary, [role=tab]")]
              .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("p, .skip-link, .msg"))
              .map((each) => each.closest("label") ?? each)
              .filter((each) => {
                const { width, height } = each.getBoundingClientRect();
                return width > 1 && (width < least - 0.5 || height < least - 0.5);
              })
              .map((each) => `${each.outerHTML.slice(0, 90)} ${Math.round(each.getBoundingClientRect().width)} x ${
                Math.round(each.getBoundingClientRect().height)}`)
            """;

    /// What lies over the middle of what has the focus.
    private static final String COVER = """
            () => {
              const focused = document.activeElement;
              const { left, top, width, height } = focused.getBoundingClientRect();
              if (focused === document.body || width === 0) return "";
              const there = document.elementFromPoint(left + width / 2, top + height / 2);
              const same = !there || focused.contains(there) || there.contains(focused) || there.closest("label");
              return same ? "" : `${focused.outerHTML.slice(0, 80)} lies under ${there.outerHTML.slice(0, 80)}`;
            }
            """;

    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    @Test
    void nothingScrollsSidewaysOnTheSmallestScreen() {
        Agent maya = withAChat("Ida");
        Page page = maya.screen().page();
        page.setViewportSize(320, 700);
        List<String> wide = new ArrayList<>();
        for (String path : PAGES) {
            opens(maya, path);
            look(page, path, wide);
        }
        maya.screen().open("/agent/chats");
        page.locator(".convo").first().click();
        assertThat(page.locator(".thread .msg").first()).isVisible();
        look(page, "thread", wide);
        Assertions.assertThat(wide).isEmpty();
    }

    private static void opens(Agent maya, String path) {
        Page page = maya.screen().page();
        maya.screen().open(path.replace("/first", ""));
        if (path.endsWith("/first")) {
            page.locator(".customer__name").first().click();
            assertThat(page.locator(".cu")).isVisible();
        }
        assertThat(page.locator("main").first()).isVisible();
        page.waitForTimeout(300);
    }

    private static void look(Page page, String name, List<String> wide) {
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > 320) {
            wide.add(name + ": " + width);
        }
    }

    @Test
    void everythingToPressIsLargeEnough() {
        Agent maya = withAChat("Ole");
        Page page = maya.screen().page();
        List<String> small = new ArrayList<>();
        for (String path : PAGES) {
            opens(maya, path);
            ((List<?>) page.evaluate(SMALL, 24)).forEach(each -> small.add(path + ": " + each));
        }
        page.setViewportSize(390, 844);
        for (String path : PAGES) {
            opens(maya, path);
            ((List<?>) page.evaluate(SMALL, 44)).forEach(each -> small.add("phone " + path + ": " + each));
        }
        Assertions.assertThat(small).isEmpty();
    }

    @Test
    void nothingLiesOverWhatHasTheFocus() {
        Agent maya = withAChat("Eva");
        stage.publicUser().asksAs("Udo", "And gaiters?");
        maya.accepts("Udo");
        Page page = maya.screen().page();
        page.locator("button.launcher").click();
        page.locator("body").press("Escape");
        page.evaluate("document.activeElement.blur()");
        List<String> covered = new ArrayList<>();
        for (int stop = 0; stop < STOPS; stop++) {
            page.keyboard().press("Tab");
            page.waitForTimeout(100);
            String cover = String.valueOf(page.evaluate(COVER));
            if (!cover.isEmpty()) {
                covered.add(cover);
            }
        }
        Assertions.assertThat(covered).isEmpty();
    }

    @Test
    void nothingMovesForWhoWantsItStill() {
        Agent maya = withAChat("Uwe");
        Page page = maya.screen().page();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Visitor gerd = stage.publicUser();
        gerd.asksAs("Gerd", "Is somebody there?");
        maya.accepts("Gerd");
        gerd.chat().isTold("Maya Okafor");
        maya.with("Gerd").sees("Is somebody there?");
        gerd.chat().composer().pressSequentially("I mean");
        assertThat(page.locator(".typing__dots").first()).isVisible();
        Assertions.assertThat(page.evaluate("document.getAnimations().filter((each) => each.playState === 'running')"
                        + ".filter((each) => each.effect.getComputedTiming().duration > 1).length"))
                .isEqualTo(0);
    }

    private Agent withAChat(String name) {
        Agent maya = stage.agent("maya.okafor");
        stage.publicUser().asksAs(name, "Do you have crampons?");
        maya.accepts(name);
        maya.with(name).says("Yes, we do.");
        return maya;
    }
}
