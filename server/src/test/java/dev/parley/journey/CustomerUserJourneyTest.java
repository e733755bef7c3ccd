package dev.parley.journey;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class CustomerUserJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void customerUserChatsReloadsAndGoesOnInTwoTabs() {
        Agent maya = stage.agent("maya.okafor");
        Visitor owen = stage.customerUser("owen.pritchard");
        owen.asks("The regulator hisses.");
        maya.accepts("Owen Pritchard");
        Conversation withOwen = maya.with("Owen Pritchard");
        withOwen.says("Please close the valve.");
        owen.chat().sees("Please close the valve.");

        owen.screen().reload();
        owen.chat().shows(List.of("The regulator hisses.", "Please close the valve."));

        var second = new Visitor(owen.screen().anotherTab());
        second.opensChatWith("Maya Okafor");
        second.chat().shows(List.of("The regulator hisses.", "Please close the valve."));
        second.chat().says("It is closed.");
        owen.chat().sees("It is closed.");
        withOwen.sees("It is closed.");
        withOwen.says("Good.");
        List<String> all = List.of("The regulator hisses.", "Please close the valve.", "It is closed.", "Good.");
        owen.chat().shows(all);
        second.chat().shows(all);
        withOwen.shows(all);

        maya.closes("Owen Pritchard");
        owen.chat().mayNotWrite();
        second.chat().mayNotWrite();
    }
}
