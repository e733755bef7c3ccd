package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class AgentRequestJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void agentAsksAColleagueWhoAccepts() {
        Agent maya = stage.agent("maya.okafor");
        Agent tomas = stage.agent("tomas.herrera");
        maya.asks("Tomás Herrera", "Can you take the boots today?");
        maya.with("Tomás Herrera").isTold("Waiting for Tomás Herrera");
        Locator card = tomas.toast("Maya Okafor would like to chat with you");
        Agent.press(card, "Accept");
        tomas.with("Maya Okafor").says("Gladly.");
        maya.with("Tomás Herrera").shows(List.of("Can you take the boots today?", "Gladly."));
        maya.with("Tomás Herrera").says("Thanks.");
        tomas.with("Maya Okafor").sees("Thanks.");
        maya.closes("Tomás Herrera");
        tomas.with("Maya Okafor").isTold("This conversation is closed.");
    }

    @Test
    void agentAsksACustomerUserWhoAccepts() {
        Agent maya = stage.agent("maya.okafor");
        Visitor ingrid = stage.customerUser("ingrid.solheim");
        maya.looksAtCustomerUsers();
        maya.asks("Ingrid Solheim", "Your boots are ready.");

        Agent.press(card(ingrid), "Accept");
        ingrid.chat().sees("Your boots are ready.");
        ingrid.chat().says("I am on my way.");
        maya.with("Ingrid Solheim").shows(List.of("Your boots are ready.", "I am on my way."));
        maya.closes("Ingrid Solheim");
        ingrid.chat().isTold("This conversation is closed.");
    }

    @Test
    void customerUserDoesNotWantToNowAndTheAgentIsTold() {
        Agent maya = stage.agent("maya.okafor");
        Visitor marcus = stage.customerUser("marcus.bell");
        Locator start = marcus.screen().button("Start a conversation");
        start.focus();
        maya.looksAtCustomerUsers();
        maya.asks("Marcus Bell", "May I show you something?");
        Locator card = card(marcus);
        assertThat(card).containsText("May I show you something?");
        assertThat(start).isFocused();
        Agent.press(card, "Not now");
        assertThat(card).hasCount(0);
        maya.with("Marcus Bell").isTold("The request was declined.");
        maya.with("Marcus Bell").mayNotWrite();
    }

    private static Locator card(Visitor visitor) {
        return visitor.screen()
                .page()
                .getByRole(
                        AriaRole.ALERTDIALOG,
                        new Page.GetByRoleOptions().setName("Maya Okafor would like to chat with you"));
    }
}
