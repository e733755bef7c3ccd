package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class PublicUserJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void publicUserAsksAgentPreviewsAcceptsAnswersAndCloses() {
        Agent maya = stage.agent("maya.okafor");
        Visitor rosa = stage.publicUser();
        forgetsHisName(rosa);
        rosa.screen().field("Your name").fill("Rosa");
        rosa.fillsInMessage("Do you ship the Ridgeline 3 to Portugal?");

        maya.seesRequestOf("Rosa");
        Locator preview = maya.previews("Rosa");
        assertThat(preview).containsText("Do you ship the Ridgeline 3 to Portugal?");
        assertThat(preview).containsText("not signed in");
        Agent.press(preview, "Accept chat");
        Conversation withRosa = maya.with("Rosa");
        rosa.chat().isTold("Maya Okafor accepted");

        withRosa.says("Yes, it takes four days.");
        rosa.chat().sees("Yes, it takes four days.");
        withRosa.hasReceipt("Read");
        rosa.chat().says("Great, thank you!");
        withRosa.sees("Great, thank you!");
        rosa.chat().hasReceipt("Read");

        maya.closes("Rosa");
        rosa.chat().isTold("This conversation is closed.");
        rosa.chat().mayNotWrite();
        withRosa.mayNotWrite();
    }

    @Test
    void waitingPublicUserAddsToHisMessageAndCancels() {
        Agent maya = stage.agent("maya.okafor");
        Visitor bruno = stage.publicUser();
        bruno.asksAs("Bruno", "Is the shop open on Saturday?");
        bruno.chat().says("From nine, perhaps?");
        bruno.chat().hasNothingUnsent();
        assertThat(maya.previews("Bruno")).containsText("From nine, perhaps?");
        bruno.screen().button("Cancel request").click();
        assertThat(maya.dialog("Chat request from Bruno")).containsText("no longer open");
    }

    private static void forgetsHisName(Visitor visitor) {
        visitor.arrives();
        visitor.launcher().click();
        visitor.screen().field("Your message").fill("Hello");
        visitor.startButton().click();
        visitor.screen().sees("Please enter a name, so that we know how to address you.");
        assertThat(visitor.screen().field("Your name")).isFocused();
    }
}
