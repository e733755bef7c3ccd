package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class SecrecyJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void notesAndObserversNeverReachTheCustomer() {
        Agent maya = stage.agent("maya.okafor");
        Agent jonas = stage.agent("jonas.lindqvist");
        Visitor paulo = stage.publicUser();
        paulo.asksAs("Paulo", "My stove smells of gas.");
        maya.accepts("Paulo");
        Conversation withPaulo = maya.with("Paulo");
        maya.invites("Paulo", "Jonas Lindqvist", "Have a look, please.");

        Agent.press(jonas.toast("Maya Okafor invites you to a chat"), "Preview");
        Locator invitation = jonas.dialog("Invitation from Maya Okafor");
        Agent.press(invitation, "Accept as observer");
        Conversation observed = jonas.with("Paulo");
        observed.isTold("You observe. Nobody outside sees you.");
        observed.mayNotWrite();

        withPaulo.writesNote("He forgot the seal before.");
        observed.sees("He forgot the seal before.");
        withPaulo.says("Please check the seal.");
        observed.sees("Please check the seal.");
        paulo.chat().shows(List.of("My stove smells of gas.", "Please check the seal."));
        paulo.chat().says("It is missing.");
        observed.sees("It is missing.");

        assertThat(paulo.screen().page().content()).doesNotContain("forgot", "Jonas", "observe");
        assertThat(paulo.screen().heard())
                .anyMatch(frame -> frame.contains("check the seal"))
                .noneMatch(frame -> frame.contains("forgot") || frame.contains("Jonas") || frame.contains("observe"));
        paulo.screen().reload();
        paulo.chat().shows(List.of("My stove smells of gas.", "Please check the seal.", "It is missing."));
        assertThat(paulo.screen().page().content()).doesNotContain("forgot", "Jonas");
        maya.closes("Paulo");
    }
}
