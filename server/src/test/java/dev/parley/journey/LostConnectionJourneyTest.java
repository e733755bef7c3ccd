package dev.parley.journey;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class LostConnectionJourneyTest {
    private static final int TRIES = 3;

    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void whatIsWrittenWithoutNetworkArrivesInOrderAndOnce() {
        Agent maya = stage.agent("maya.okafor");
        Visitor sven = stage.publicUser();
        sven.asksAs("Sven", "Zero");
        maya.accepts("Sven");
        sven.chat().isTold("Maya Okafor accepted");

        sven.screen().goOffline();
        // What is said sooner may still go by the connection that is being cut.
        sven.chat().isTold("Connection lost.");
        sven.chat().says("One");
        sven.chat().says("Two");
        sven.chat().says("Three");
        sven.chat().isTold("Will be sent when the connection is back");
        maya.with("Sven").says("Are you there?");
        triesInVain(sven.screen());
        sven.chat().hasUnsent(3);
        maya.with("Sven").shows(List.of("Zero", "Are you there?"));

        sven.screen().goOnline();
        sven.chat().isTold("3 messages sent");
        List<String> all = List.of("Zero", "Are you there?", "One", "Two", "Three");
        sven.chat().shows(all);
        maya.with("Sven").shows(all);
        sven.chat().hasNothingUnsent();
        maya.closes("Sven");
    }

    @Test
    void unsentMessageOutlivesThePageAndIsSentOnce() {
        Agent maya = stage.agent("maya.okafor");
        Visitor tilda = stage.publicUser();
        tilda.asksAs("Tilda", "Hello?");
        maya.accepts("Tilda");
        tilda.chat().isTold("Maya Okafor accepted");

        tilda.screen().goOffline();
        tilda.chat().isTold("Connection lost.");
        tilda.chat().says("Written in a tunnel");
        tilda.chat().hasUnsent(1);
        tilda.screen().leave();
        tilda.screen().goOnline();
        maya.with("Tilda").shows(List.of("Hello?"));

        tilda.screen().open("/");
        maya.with("Tilda").sees("Written in a tunnel");
        tilda.chat().hasNothingUnsent();
        tilda.screen().reload();
        tilda.chat().says("And this afterwards");
        List<String> all = List.of("Hello?", "Written in a tunnel", "And this afterwards");
        maya.with("Tilda").shows(all);
        tilda.chat().shows(all);
        maya.closes("Tilda");
    }

    /// Stays away until the page has tried several times to come back, each time after a longer while.
    private static void triesInVain(Screen screen) {
        int before = screen.dials();
        screen.page()
                .waitForCondition(
                        () -> screen.dials() >= before + TRIES, new Page.WaitForConditionOptions().setTimeout(60_000));
    }
}
