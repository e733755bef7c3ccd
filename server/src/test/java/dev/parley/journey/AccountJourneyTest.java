package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Making an account, and coming back to one whose password is forgotten, each by way of the mailbox.
@Tag("journey")
final class AccountJourneyTest {
    private static final String PASSWORD = "seven quiet otters";
    private static final String NEXT = "nine loud herons";

    private final Mail mail = new Mail();
    private final String email = "greta-" + UUID.randomUUID() + "@fjord.example";

    @RegisterExtension
    final Stage stage = Stage.on(mail::demo);

    @AfterEach
    void mailIsGone() {
        mail.close();
    }

    @Test
    void customerMakesAnAccountForgetsHisPasswordAndComesBack() {
        Screen greta = stage.screen();
        makesAnAccount(greta);
        greta.choose(greta.button("Account of Greta Lund"), "Sign out");
        greta.open(mail.link(email, 1));
        greta.sees("This link was used already");
        link(greta, "Sign in").click();
        assertThat(greta.field("User name or email")).isFocused();

        String reset = forgetsThePassword(greta);
        greta.open(reset);
        chooses(greta, "short");
        greta.sees("This is too short.");
        chooses(greta, NEXT);
        greta.sees("Your password is changed");
        link(greta, "Sign in").click();
        signsIn(greta, PASSWORD);
        greta.sees("The user name or the password is not correct.");
        signsIn(greta, NEXT);
        greta.sees("My conversations");

        greta.open(reset);
        chooses(greta, PASSWORD);
        greta.sees("This link was used already");
    }

    private void makesAnAccount(Screen greta) {
        greta.open("/");
        link(greta, "Create an account").click();
        fills(greta, "Greta and her otters");
        assertThat(greta.page().locator(".field__error")).hasText("Not your name or email");
        assertThat(greta.field("Password")).isFocused();
        greta.field("Password").fill(PASSWORD);
        greta.field("Password").press("Enter");
        assertThat(greta.named(AriaRole.HEADING, "Look into your mail")).isFocused();
        greta.open(mail.link(email, 1));
        greta.sees("My conversations");
    }

    /// Gives the page that the link in the mail leads to.
    private String forgetsThePassword(Screen greta) {
        link(greta, "Forgot password?").click();
        greta.field("Email").fill(email);
        greta.field("Email").press("Enter");
        greta.sees("If there is an account for " + email);
        return mail.link(email, 2);
    }

    @Test
    void linkThatHasRunOutOffersANewOne() {
        Screen maya = stage.screen();
        String address = "maya.okafor@northwind.example";
        maya.open("/agent");
        link(maya, "Forgot password?").click();
        maya.field("Email").fill(address);
        maya.button("Send link").click();
        maya.sees("Look into your mail");
        String old = mail.link(address, 1);
        stage.product().changes("update account_request set expires_at = now()");
        maya.open(old);
        chooses(maya, NEXT);
        maya.sees("This link has run out");
        link(maya, "Ask for a new link").click();
        maya.field("Email").fill(address);
        maya.button("Send link").click();
        maya.sees("Look into your mail");
        maya.open(mail.link(address, 2));
        chooses(maya, NEXT);
        maya.sees("Your password is changed");
        link(maya, "Sign in").click();
        maya.field("User name or email").fill(address);
        maya.field("Password").fill(NEXT);
        maya.button("Sign in").click();
        new Agent(maya).seesTheDesk();
    }

    @Test
    void whoHasAnAccountReadsSoInHisMailOnlyAndAStrangersLinkWantsThePassword() {
        Screen greta = stage.screen();
        greta.open("/register");
        fills(greta, PASSWORD);
        greta.sees("Look into your mail");
        Screen elsewhere = stage.screen();
        elsewhere.open(mail.link(email, 1));
        elsewhere.sees("Confirm your account");
        elsewhere.field("Password").fill("a stranger's guess");
        elsewhere.button("Confirm account").click();
        elsewhere.sees("This is not the password that was chosen.");
        elsewhere.field("Password").fill(PASSWORD);
        elsewhere.button("Confirm account").click();
        elsewhere.sees("My conversations");

        greta.open("/register");
        fills(greta, "another long password");
        greta.sees("We have sent a mail to " + email);
        Assertions.assertThat(mail.newest(email, 2).subject()).isEqualTo("Your account at Northwind Outdoor");
    }

    @Test
    void itsPagesAreFreeOfFaults() {
        List<String> faults = new ArrayList<>();
        Screen screen = stage.screen();
        screen.open("/");
        assertThat(link(screen, "Create an account")).isVisible();
        faults.addAll(Accessibility.faults(screen, "sign-in with ways to an account"));
        screen.open("/register");
        screen.button("Create account").click();
        screen.sees("Please fill this in.");
        faults.addAll(Accessibility.faults(screen, "registration with errors"));
        fills(screen, PASSWORD);
        screen.sees("Look into your mail");
        faults.addAll(Accessibility.faults(screen, "look into your mail"));
        Screen elsewhere = stage.screen();
        elsewhere.open(mail.link(email, 1));
        elsewhere.sees("Confirm your account");
        faults.addAll(Accessibility.faults(elsewhere, "confirmation"));
        screen.open("/register#nonsense");
        screen.sees("This link does not work");
        faults.addAll(Accessibility.faults(screen, "link of no use"));
        for (String interfaceOf : List.of("/", "/agent/")) {
            screen.open(interfaceOf + "reset");
            screen.sees("Forgot your password?");
            faults.addAll(Accessibility.faults(screen, interfaceOf + "reset"));
            screen.open(interfaceOf + "reset#nonsense");
            screen.button("Change password").click();
            screen.sees("Please fill this in.");
            faults.addAll(Accessibility.faults(screen, interfaceOf + "new password with errors"));
        }
        screen.open("/agent");
        assertThat(link(screen, "Forgot password?")).isVisible();
        faults.addAll(Accessibility.faults(screen, "sign-in of agents"));
        Assertions.assertThat(faults).isEmpty();
    }

    private void fills(Screen screen, String password) {
        screen.field("First name").fill("Greta");
        screen.field("Last name").fill("Lund");
        screen.field("Email").fill(email);
        screen.field("Company").fill("Fjord Kayaks");
        screen.field("Password").fill(password);
        screen.button("Create account").click();
    }

    private static void chooses(Screen screen, String password) {
        screen.field("New password").fill(password);
        screen.button("Change password").click();
    }

    private void signsIn(Screen screen, String password) {
        screen.field("User name or email").fill(email);
        screen.field("Password").fill(password);
        Agent.press(screen.page().getByRole(AriaRole.MAIN), "Sign in");
    }

    private static Locator link(Screen screen, String name) {
        return screen.named(AriaRole.LINK, name);
    }
}
