package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class WritingJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void agentWritesACannedReplyOnceAndUsesItInAChat() {
        Agent maya = stage.agent("maya.okafor");
        maya.screen().open("/agent/personalization/replies");
        writesReply(maya, "seal", "Hello {{customer.name}}, {{agent.name}} sends a seal to {{customer.company}}.");
        Visitor dora = stage.publicUser();
        dora.asksAs("Dora", "The stove leaks.");
        maya.screen().open("/agent");
        maya.accepts("Dora");
        Conversation withDora = maya.with("Dora");
        withDora.composer().pressSequentially("/sea");
        assertThat(option(maya, "/seal")).isVisible();
        withDora.composer().press("Tab");
        assertThat(withDora.composer()).hasValue("Hello Dora, Maya Okafor sends a seal to {{customer.company}}.");

        withDora.composer().press("Enter");
        withDora.isTold("Not sent: fill in what is marked first.");
        maya.screen().page().keyboard().type("you");
        withDora.composer().press("Enter");
        dora.chat().sees("Hello Dora, Maya Okafor sends a seal to you.");
        maya.closes("Dora");
    }

    @Test
    void mentionOfSomebodyOutsideOffersToInviteHim() {
        Agent jonas = stage.agent("jonas.lindqvist");
        Visitor frida = stage.publicUser();
        frida.asksAs("Frida", "Which rope for ice?");
        Agent maya = stage.agent("maya.okafor");
        maya.accepts("Frida");
        Conversation withFrida = maya.with("Frida");
        withFrida.composer().pressSequentially("@Jon");
        assertThat(option(maya, "Jonas Lindqvist")).hasCount(0);
        withFrida.composer().fill("");
        note(withFrida).click();
        withFrida.composer().pressSequentially("Ask @Jon");
        option(maya, "Jonas Lindqvist").click();
        assertThat(withFrida.composer()).hasValue("Ask @Jonas Lindqvist ");
        withFrida.isTold("Jonas Lindqvist is not in this chat and will not see the note.");
        Agent.press(withFrida.box(), "Invite");
        assertThat(jonas.toast("Maya Okafor invites you to a chat")).isVisible();
        withFrida.composer().fill("");
        note(withFrida).click();
        maya.closes("Frida");
    }

    @Test
    void formattingAndEmojiReachTheOtherSideAsElementsNeverAsHtml() {
        Visitor gina = stage.publicUser();
        gina.asksAs("Gina", "Hi");
        Agent maya = stage.agent("maya.okafor");
        maya.accepts("Gina");
        Conversation withGina = maya.with("Gina");
        withGina.composer().pressSequentially("Thanks :thumbs_u");
        assertThat(option(maya, "👍")).isVisible();
        withGina.composer().press("Tab");
        withGina.composer().press("Enter");
        gina.chat().sees("Thanks 👍");
        withGina.says("See [our page](https://a.example/x) and <b>*now*</b>");
        Locator link = gina.chat().box().locator(".msg a");
        assertThat(link).hasText("our page");
        assertThat(link).hasAttribute("href", "https://a.example/x");
        assertThat(link).hasAttribute("rel", "noopener nofollow ugc");
        gina.chat().sees("See our page (a.example) and <b>now</b>");
        assertThat(gina.chat().box().locator(".msg b")).hasCount(0);
        gina.chat().shows(List.of("Hi", "Thanks 👍", "See our page (a.example) and <b>now</b>"));
        maya.closes("Gina");
    }

    static void writesReply(Agent agent, String code, String text) {
        agent.screen().button("New reply").click();
        Locator dialog = agent.dialog("New reply");
        dialog.locator("#canned-code").fill(code);
        dialog.locator("#canned-text").fill(text);
        Agent.press(dialog, "Save");
        assertThat(dialog).hasCount(0);
        agent.screen().sees("/" + code);
    }

    private static void openChat(Agent agent, String name) {
        agent.screen()
                .page()
                .locator(".convo")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private static Locator note(Conversation conversation) {
        return conversation
                .box()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Internal note").setExact(true));
    }

    private static Locator option(Agent agent, String words) {
        return agent.screen().page().locator("[role=option]").filter(new Locator.FilterOptions().setHasText(words));
    }
}
