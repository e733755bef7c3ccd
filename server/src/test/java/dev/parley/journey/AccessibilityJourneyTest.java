package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class AccessibilityJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyScreenOfAChatIsFreeOfFaultsInLightAndDarkAndOnAPhone() {
        Screen desk = stage.screen();
        desk.open("/agent");
        assertThat(desk.button("Sign in")).isVisible();
        look(desk, "sign-in");
        var maya = new Agent(desk);
        maya.signsIn("maya.okafor");

        Visitor nora = stage.publicUser();
        nora.arrives();
        look(nora.screen(), "external page");
        nora.launcher().click();
        nora.startButton().click();
        nora.screen().sees("Please enter a name");
        look(nora.screen(), "external start form with errors");
        nora.screen().field("Your name").fill("Nora");
        nora.fillsInMessage("Which boots for the Alps?");
        look(nora.screen(), "waiting");

        maya.seesRequestOf("Nora");
        look(desk, "dashboard with requests");
        maya.previews("Nora");
        look(desk, "preview");
        Agent.press(maya.dialog("Chat request from Nora"), "Accept chat");
        chat(maya, nora);
        maya.closes("Nora");
        nora.chat().isTold("This conversation is closed.");
        look(nora.screen(), "closed");
        Assertions.assertThat(faults).isEmpty();
    }

    private void chat(Agent maya, Visitor nora) {
        Conversation withNora = maya.with("Nora");
        withNora.says("The Ridgeline, size 42?");
        withNora.writesNote("She bought the tent too.");
        nora.chat().sees("The Ridgeline, size 42?");
        nora.chat().says("Yes, 42.");
        withNora.sees("Yes, 42.");
        look(nora.screen(), "chatting");
        look(maya.screen(), "dashboard with an open chat");
        maya.screen().named(AriaRole.LINK, "Chats").click();
        maya.screen()
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nora"))
                .first()
                .click();
        withNora.sees("Yes, 42.");
        look(maya.screen(), "conversation");
    }

    private void look(Screen screen, String name) {
        faults.addAll(Accessibility.faults(screen, name));
    }
}
