package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class PersonalizationJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void whatAnAgentChoosesHoldsOnEveryDevice() {
        Agent priya = stage.agent("priya.raman");
        Screen desk = priya.screen();
        desk.open("/agent/personalization");
        desk.field("Time zone").selectOption("Asia/Tokyo");
        desk.button("Dark").click();
        desk.named(AriaRole.RADIO, "Enter makes a new line, Ctrl or Cmd + Enter sends")
                .check();
        Locator mail = desk.named(AriaRole.CHECKBOX, "Email: New message in a chat");
        mail.setChecked(true);
        desk.sees("Unsaved changes");
        desk.button("Save").click();
        desk.sees("Saved");

        Screen other = stage.agent("priya.raman").screen();
        other.open("/agent/personalization");
        assertThat(other.page().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(other.field("Time zone")).hasValue("Asia/Tokyo");
        assertThat(other.named(AriaRole.CHECKBOX, "Email: New message in a chat"))
                .isChecked();
        other.button("Light").click();
        other.button("Discard").click();
        assertThat(other.button("Dark")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void agentPlansAnAbsenceAndTakesItAway() {
        Screen desk = stage.agent("priya.raman").screen();
        desk.open("/agent/personalization");
        desk.button("Add period").click();
        LocalDate first = LocalDate.now(ZoneOffset.UTC).plusYears(1);
        desk.field("First day").fill(first.toString());
        desk.field("Last day").fill(first.minusDays(1).toString());
        Locator card = desk.named(AriaRole.REGION, "Out of office");
        Agent.press(card, "Add period");
        desk.sees("The last day must not come before the first.");
        desk.field("Last day").fill(first.plusDays(5).toString());
        Agent.press(card, "Add period");
        Locator planned = card.getByRole(AriaRole.LISTITEM);
        assertThat(planned).hasCount(1);
        assertThat(planned).containsText("Planned");
        planned.getByRole(AriaRole.BUTTON).click();
        assertThat(planned).hasCount(0);
    }

    @Test
    void passwordIsChangedOnlyWithTheOldOneAndEndsOtherSessions() {
        Agent tomas = stage.agent("tomas.herrera");
        Agent elsewhere = stage.agent("tomas.herrera");
        Screen desk = tomas.screen();
        desk.open("/agent/personalization/password");
        changes(desk, "not the password", "a completely new one");
        desk.sees("This is not your current password.");
        changes(desk, Stage.PASSWORD, "short");
        desk.sees("This is too short.");
        changes(desk, Stage.PASSWORD, "a completely new one");
        desk.sees("Password changed. Your other sessions have ended.");
        elsewhere.screen().sees("Your session has ended");
        changes(desk, "a completely new one", Stage.PASSWORD);
        assertThat(desk.field("Current password")).hasValue("");
    }

    @Test
    void chipOfAChannelGoesByKeyAndTheServedOnesAreNamed() {
        Screen desk = stage.agent("maya.okafor").screen();
        desk.open("/agent/personalization");
        desk.sees("Technical Support: ");
        Locator chip = desk.button("Remove Sales");
        chip.press("Delete");
        assertThat(chip).hasCount(0);
        desk.sees("Unsaved changes");
        desk.button("Discard").click();
        assertThat(chip).isVisible();
    }

    @Test
    void itsPagesAreFreeOfFaults() {
        List<String> faults = new ArrayList<>();
        Agent maya = stage.agent("maya.okafor");
        Screen desk = maya.screen();
        desk.open("/agent/personalization");
        desk.sees("Technical Support: ");
        desk.button("Add period").click();
        faults.addAll(Accessibility.faults(desk, "personalization"));
        desk.open("/agent/personalization/replies");
        WritingJourneyTest.writesReply(maya, "axe", "Hello {{customer.name}}");
        faults.addAll(Accessibility.faults(desk, "canned replies"));
        desk.button("Edit /axe").click();
        faults.addAll(Accessibility.faults(desk, "edit a canned reply"));
        Agent.press(maya.dialog("Edit /axe"), "Cancel");
        desk.button("Remove /axe").click();
        Agent.press(maya.dialog("Remove /axe?"), "Remove");
        assertThat(desk.button("Edit /axe")).hasCount(0);
        desk.open("/agent/personalization/password");
        desk.sees("Where you are signed in");
        faults.addAll(Accessibility.faults(desk, "password and sessions"));
        Assertions.assertThat(faults).isEmpty();
    }

    private static void changes(Screen desk, String current, String next) {
        desk.field("Current password").fill(current);
        desk.field("New password").fill(next);
        desk.button("Change password").click();
    }
}
