package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class KilledServerJourneyTest {
    private static final double UNTIL_RECONNECTED = 60_000;

    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    @Test
    void everyMessageIsOnBothScreensOnceThoughTheServerIsKilledTwice() {
        Agent maya = stage.agent("maya.okafor");
        Visitor rosa = stage.publicUser();
        rosa.asksAs("Rosa", "Hello");
        maya.accepts("Rosa");
        rosa.chat().isTold("Maya Okafor accepted");
        Conversation mayas = maya.with("Rosa");
        var said = new ArrayList<>(List.of("Hello"));

        for (int round = 1; round <= 2; round++) {
            bothSay(rosa.chat(), mayas, "before " + round, said);
            stage.product().kill();
            bothSay(rosa.chat(), mayas, "during " + round, said);
            stage.product().start();
            bothSay(rosa.chat(), mayas, "after " + round, said);
            arrives(rosa.chat(), said);
            arrives(mayas, said);
        }

        List<String> atRosas = rosa.chat().messages();
        Assertions.assertThat(atRosas).containsExactlyInAnyOrderElementsOf(said);
        Assertions.assertThat(mayas.messages()).isEqualTo(atRosas);
        Assertions.assertThat(atRosas.stream().filter(text -> text.startsWith("Rosa")))
                .containsExactlyElementsOf(
                        said.stream().filter(text -> text.startsWith("Rosa")).toList());
        Assertions.assertThat(atRosas.stream().filter(text -> text.startsWith("Maya")))
                .containsExactlyElementsOf(
                        said.stream().filter(text -> text.startsWith("Maya")).toList());
        rosa.screen().reload();
        rosa.chat().shows(atRosas);
    }

    private static void bothSay(Conversation rosas, Conversation mayas, String when, List<String> said) {
        for (int i = 1; i <= 3; i++) {
            String fromRosa = "Rosa " + when + ", " + i;
            String fromMaya = "Maya " + when + ", " + i;
            rosas.says(fromRosa);
            mayas.says(fromMaya);
            said.addAll(List.of(fromRosa, fromMaya));
        }
    }

    private static void arrives(Conversation screen, List<String> said) {
        assertThat(screen.box().locator(".group:not(.group--unsent) .msg"))
                .hasCount(said.size(), new LocatorAssertions.HasCountOptions().setTimeout(UNTIL_RECONNECTED));
        screen.hasNothingUnsent();
    }
}
