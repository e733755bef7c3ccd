package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class ArabicJourneyTest {
    private static final String RAIL_LEFT = "element => element.getBoundingClientRect().left > innerWidth / 2";
    private static final String MIRRORED = "element => getComputedStyle(element).scale.startsWith('-1')";

    @RegisterExtension
    final Stage stage = Stage.shared();

    private final List<String> faults = new ArrayList<>();

    @Test
    void consoleIsReadFromRightToLeft() {
        Screen desk = stage.agent("hannah.weiss").screen();
        desk.open("/agent/personalization");
        desk.field("Language").selectOption("ar");
        desk.button("Save").click();
        assertThat(desk.page().locator("html")).hasAttribute("dir", "rtl");
        desk.sees("الإتاحة للمحادثة");
        Locator rail = desk.named(AriaRole.NAVIGATION, "المنظّم");
        Assertions.assertThat((boolean) rail.evaluate(RAIL_LEFT)).isTrue();
        look(desk, "personalization in Arabic");
        desk.open("/agent");
        desk.sees("الأشخاص");
        look(desk, "dashboard in Arabic");
        desk.open("/agent/personalization");
        desk.page().locator("#my-language").selectOption("en");
        desk.button("حفظ").click();
        assertThat(desk.page().locator("html")).hasAttribute("dir", "ltr");
        Assertions.assertThat(faults).isEmpty();
    }

    @Test
    void visitorChatsInArabicWithAnEnglishAgent() {
        Screen page = stage.screen();
        page.open("/");
        page.field("Language").selectOption("ar");
        assertThat(page.page().locator("html")).hasAttribute("dir", "rtl");
        look(page, "external page in Arabic");
        page.button("تحدث معنا").click();
        page.field("اسمك").fill("سلمى");
        page.field("رسالتك").fill("هل تشحنون إلى عمّان؟");
        page.button("بدء المحادثة").click();
        var chat = new Conversation(page.page().locator("section.widget"));
        chat.sees("هل تشحنون إلى عمّان؟");

        Agent maya = stage.agent("maya.okafor");
        maya.accepts("سلمى");
        maya.with("سلمى").says("Yes, we do.");
        chat.sees("Yes, we do.");
        Locator send = chat.box().locator(".composer__send .icon");
        Assertions.assertThat((boolean) send.evaluate(MIRRORED)).isTrue();
        look(page, "chat in Arabic");
        maya.closes("سلمى");
        Assertions.assertThat(faults).isEmpty();
    }

    private void look(Screen screen, String name) {
        faults.addAll(Accessibility.faults(screen, name));
    }
}
