package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class AcceptJourneyTest {
    private static final String PRESS_AT =
            "(button, at) => { setTimeout(() => button.click(), Math.max(0, at - Date.now())); }";
    private static final long UNTIL_BOTH_ARE_READY = 700;

    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void ofTwoAgentsWhoAcceptAtOnceOneWinsAndTheOtherReadsWho() {
        Agent maya = stage.agent("maya.okafor");
        Agent jonas = stage.agent("jonas.lindqvist");
        Visitor greta = stage.publicUser();
        greta.asksAs("Greta", "My tent leaks.");
        maya.seesRequestOf("Greta");
        jonas.seesRequestOf("Greta");

        long at = System.currentTimeMillis() + UNTIL_BOTH_ARE_READY;
        for (Agent agent : List.of(maya, jonas)) {
            agent.acceptButton("Greta").evaluate(PRESS_AT, (double) at);
        }

        greta.chat().isTold("accepted");
        boolean mayaWon = greta.chat().box().getByText("Maya Okafor accepted").isVisible();
        Agent winner = mayaWon ? maya : jonas;
        Agent loser = mayaWon ? jonas : maya;
        String name = mayaWon ? "Maya Okafor" : "Jonas Lindqvist";
        loser.screen().sees(Pattern.compile("accepted by " + name + "|" + name + " has accepted this chat already"));
        winner.with("Greta").says("Which one is it?");
        greta.chat().sees("Which one is it?");
        assertThat(loser.with("Greta").box()).hasCount(0);
        assertThat(loser.acceptButton("Greta")).hasCount(0);
        winner.closes("Greta");
    }
}
