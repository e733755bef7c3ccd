package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A chat on somebody else's page, from the first click to the saved conversation.
@Tag("journey")
final class EmbedJourneyTest extends ForeignPage {
    /// The page's policy is the strictest that the manual asks for; a breach is a complaint and fails the journey.
    @Test
    void visitorChatsIsFoundAgainOnTheNextPageAndSavesTheConversation() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor rosa = visitor();
        rosa.arrives(shop.origin() + "/");
        assertThat(rosa.hasFrame())
                .as("nothing is loaded before the first click")
                .isFalse();
        rosa.pressesTheLauncher();
        rosa.sees("The agent sees this page:");
        rosa.asksAs("Rosa Embedded", "Do you ship the Ridgeline 3 to Portugal?");
        rosa.isTold("chat:requested");
        maya.accepts("Rosa Embedded");
        rosa.isTold("chat:accepted");
        maya.with("Rosa Embedded").says("Yes, it takes four days.");
        rosa.chat().sees("Yes, it takes four days.");
        rosa.chat().composer().pressSequentially("Splendid");
        rosa.chat().composer().press("Enter");
        maya.with("Rosa Embedded").sees("Splendid");
        rosa.isTold("message");
        hearsNothingOfTheChat(rosa);

        rosa.arrives(shop.origin() + "/next");
        rosa.chat().shows(List.of("Do you ship the Ridgeline 3 to Portugal?", "Yes, it takes four days.", "Splendid"));
        rosa.page().reload();
        rosa.chat().sees("Splendid");
        rosa.page().evaluate("() => { window.ends = []; Parley.on('chat:closed', (chat) => ends.push(chat)); }");
        maya.closes("Rosa Embedded");
        rosa.sees("Save the conversation");
        rosa.page().waitForFunction("() => ends.length === 1");
        assertThat(saved(rosa)).contains("Do you ship the Ridgeline 3 to Portugal?", "Splendid");
    }

    private static void hearsNothingOfTheChat(ShopVisitor visitor) {
        assertThat(visitor.keysNoticed()).isZero();
        assertThat(visitor.told()).noneMatch(EmbedJourneyTest::ofTheChat);
        assertThat(visitor.overheard()).noneMatch(EmbedJourneyTest::ofTheChat);
    }

    private static boolean ofTheChat(String words) {
        return words.contains("Portugal") || words.contains("four days") || words.contains("Splendid");
    }

    private static String saved(ShopVisitor visitor) {
        Download download = visitor.page()
                .waitForDownload(() ->
                        visitor.frame().getByText("Download as text").first().click());
        try {
            return Files.readString(download.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatIsWrittenWithoutAConnectionArrivesOnceAndInOrder() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor iris = visitor();
        iris.arrives(shop.origin() + "/");
        iris.pressesTheLauncher();
        iris.asksAs("Iris Embedded", "Hello");
        maya.accepts("Iris Embedded");
        iris.screen().goOffline();
        iris.chat().says("one");
        iris.chat().says("two");
        iris.chat().says("three");
        iris.chat().composer().fill("not sent yet");
        iris.chat().isTold("Connection lost");
        iris.screen().goOnline();
        maya.with("Iris Embedded").sees("three");
        maya.with("Iris Embedded").shows(List.of("Hello", "one", "two", "three"));
        iris.chat().hasNothingUnsent();
        assertThat(iris.chat().composer()).hasValue("not sent yet");
        maya.closes("Iris Embedded");
    }

    @Test
    void pageVouchesForItsVisitorWhoIsKnownAgainElsewhere() {
        Agent maya = stage.agent("maya.okafor");
        String secret = desk.secret(key);
        ShopVisitor nora = visitor();
        nora.arrives(shop.origin() + "/");
        nora.commands("Parley('identify', { token: '%s' }); Parley.open()"
                .formatted(WidgetDesk.vouches(key, secret, "customer-1", "Nora Vouched")));
        nora.isTold("identified");
        nora.asks("Where is my parcel?");
        assertThat(maya.previews("Nora Vouched")).containsText("Nora Vouched");
        maya.screen().page().keyboard().press("Escape");
        maya.accepts("Nora Vouched");
        maya.with("Nora Vouched").says("On its way.");

        ShopVisitor phone = visitor();
        phone.arrives(shop.origin() + "/");
        phone.commands("Parley.open(); Parley.identify({ getToken: () => '%s' })"
                .formatted(WidgetDesk.vouches(key, secret, "customer-1", "Nora Vouched")));
        phone.isTold("identified");
        phone.commands("Parley.open()");
        phone.frame().getByText("On its way.").first().click();
        phone.chat().sees("On its way.");
        maya.closes("Nora Vouched");
    }

    @Test
    void wronglySignedTokenIsRefusedAndThePageIsToldWhy() {
        desk.secret(key);
        ShopVisitor mallory = visitor();
        mallory.arrives(shop.origin() + "/");
        mallory.commands("Parley.open(); Parley.identify({ token: '%s' })"
                .formatted(WidgetDesk.vouches(key, "no secret of this widget at all", "customer-1", "Mallory")));
        mallory.isTold("identify:error");
        assertThat(mallory.told()).anyMatch(event -> event.contains("signature"));
        assertThat(mallory.button("Start conversation")).isVisible();
    }

    @Test
    void conversationMovesIntoAWindowOfItsOwnAndThePageSeesNoToken() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor petra = visitor();
        petra.arrives(shop.origin() + "/");
        petra.pressesTheLauncher();
        petra.asksAs("Petra Embedded", "May I take this along?");
        maya.accepts("Petra Embedded");
        Page own = petra.page().waitForPopup(() -> petra.commands("Parley.popout()"));
        var chat = new Conversation(own.locator("section.widget"));
        chat.sees("May I take this along?");
        maya.with("Petra Embedded").says("Of course.");
        chat.sees("Of course.");
        chat.says("Thank you");
        maya.with("Petra Embedded").sees("Thank you");
        assertThat(petra.overheard()).isNotEmpty().noneMatch(word -> word.contains("token") || word.contains("secret"));
        own.close();
        maya.closes("Petra Embedded");
    }

    @Test
    void twoTabsShowTheSameOnceAndOneGoesOnWithoutTheOther() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor one = visitor();
        one.arrives(shop.origin() + "/");
        one.pressesTheLauncher();
        one.asksAs("Tara Embedded", "I am here twice");
        maya.accepts("Tara Embedded");
        one.isTold("chat:accepted");
        var two = new ShopVisitor(one.screen().anotherTab(), widgets);
        two.arrives(shop.origin() + "/next");
        two.pressesTheLauncher();
        two.chat().sees("I am here twice");
        two.chat().says("From the second");
        maya.with("Tara Embedded").says("Both of you?");
        List<String> all = List.of("I am here twice", "From the second", "Both of you?");
        for (ShopVisitor tab : List.of(one, two)) {
            tab.chat().sees("Both of you?");
            tab.chat().shows(all);
            tab.isTold("message");
            assertThat(tab.told())
                    .filteredOn(event -> event.startsWith("message") && event.contains("\"agent\""))
                    .hasSize(1);
        }
        one.page().close();
        two.chat().says("Only me now");
        maya.with("Tara Embedded").sees("Only me now");
        maya.closes("Tara Embedded");
        two.sees("Save the conversation");
    }

    /// As whoever tries the product sees it first: a shop that vouches for whoever signs in there.
    @Test
    void demoShopVouchesForItsCustomer() {
        Agent maya = stage.agent("maya.okafor");
        ShopVisitor rosa = visitor();
        rosa.arrives(stage.product().shop());
        rosa.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in as Rosa Almeida"))
                .click();
        rosa.arrives(stage.product().shop());
        rosa.commands("Parley.open()");
        rosa.isTold("identified");
        rosa.asks("Is my order on its way?");
        maya.accepts("Rosa Almeida");
        maya.with("Rosa Almeida").says("It left yesterday.");
        rosa.chat().sees("It left yesterday.");
        maya.closes("Rosa Almeida");

        rosa.arrives(stage.product().shop());
        assertThat(rosa.hasFrame()).isFalse();
        rosa.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        rosa.page().waitForFunction("() => localStorage.length === 0");
        rosa.arrives(stage.product().shop());
        assertThat(rosa.hasFrame()).isFalse();
        rosa.commands("Parley.open()");
        rosa.sees("Your name");
    }
}
