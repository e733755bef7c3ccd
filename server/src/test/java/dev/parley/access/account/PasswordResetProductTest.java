package dev.parley.access.account;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.access.TestPeople;
import dev.parley.app.Door;
import dev.parley.app.Json;
import dev.parley.app.MailServer;
import dev.parley.app.Product;
import dev.parley.app.ShiftedClock;
import dev.parley.app.WithMail;
import dev.parley.base.Code;
import dev.parley.base.PersonRef;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithMail.class)
class PasswordResetProductTest {
    private static final String NEXT = "nine loud herons";

    @Inject
    Product product;

    @Inject
    Database database;

    @Inject
    AccountMail accountMail;

    @Inject
    ShiftedClock clock;

    private MailServer server;
    private Door door;

    @BeforeEach
    void mailIsThere() {
        server = new MailServer();
        door = product.door();
    }

    @AfterEach
    void mailIsGone() {
        server.close();
    }

    /// An account, and what is mailed to its holder.
    private record Account(String as, PersonRef person, Mailbox mailbox) {}

    private Account agent() {
        String login = "a-" + Product.newId();
        PersonRef person = new TestPeople(database).agent(login);
        return new Account("agent", person, new Mailbox(server, login + "@desk.example"));
    }

    private Account customerUser() {
        String login = "c-" + Product.newId();
        PersonRef person = new TestPeople(database).customerUser(login);
        return new Account("customer", person, new Mailbox(server, login + "@company.example"));
    }

    private void forgets(Account account) {
        forgets(account.as(), account.mailbox().address());
    }

    private void forgets(String as, String email) {
        door.post("/password-resets", Json.of("as", as, "email", email, "locale", "en"));
    }

    private void chooses(Account account, String token, String password) {
        door.post("/password-resets/confirm", Json.of("as", account.as(), "token", token, "password", password));
    }

    private String refusedField(Account account, String token, String password, String field) {
        var refused =
                assertThatThrownBy(() -> chooses(account, token, password)).isRefusedWith(Code.INVALID);
        return refused.answer().at("/fields/" + field).asText();
    }

    private JsonNode signsIn(Account account, String password) {
        return door.post(
                "/session",
                Json.of("as", account.as(), "login", account.mailbox().address(), "password", password, "token", true));
    }

    @Test
    void agentChoosesANewPasswordAndIsSignedOutEverywhere() {
        Account agent = agent();
        Door before = door.with(signsIn(agent, TestPeople.PASSWORD).get("token").asText());
        forgets(agent);
        String token = agent.mailbox().token(1, "/agent/reset");
        assertThat(agent.mailbox().mail(1).subject()).isEqualTo("Choose a new password for Parley");

        chooses(agent, token, NEXT);
        assertThatThrownBy(() -> before.get("/session")).isRefusedWith(Code.SESSION_ENDED);
        assertThatThrownBy(() -> signsIn(agent, TestPeople.PASSWORD)).isRefusedWith(Code.LOGIN_FAILED);
        assertThat(signsIn(agent, NEXT).at("/me/name").asText())
                .isEqualTo(agent.person().name());
        MailServer.Arrived told = agent.mailbox().mail(2);
        assertThat(told.subject()).isEqualTo("Your password at Parley was changed");
        assertThat(told.text()).contains("/agent/reset").doesNotContain("#");
    }

    @Test
    void customerUserChoosesANewPassword() {
        Account lena = customerUser();
        forgets(lena);
        chooses(lena, lena.mailbox().token(1, "/reset"), NEXT);
        assertThat(signsIn(lena, NEXT).at("/me/kind").asText()).isEqualTo("customer_user");
    }

    @Test
    void linkIsGoodForOnceAndForAnHour() {
        Account lena = customerUser();
        forgets(lena);
        String expired = lena.mailbox().token(1, "/reset");
        clock.pass(Duration.ofMinutes(61));
        assertThat(refusedField(lena, expired, NEXT, "token")).isEqualTo("expired");

        forgets(lena);
        String other = lena.mailbox().token(2, "/reset");
        forgets(lena);
        String token = lena.mailbox().token(3, "/reset");
        chooses(lena, token, NEXT);
        assertThat(refusedField(lena, token, "a third long one", "token")).isEqualTo("used");
        assertThat(refusedField(lena, other, "a third long one", "token"))
                .as("the other links to the same account are of no use any more")
                .isEqualTo("used");
        assertThat(refusedField(lena, "no-token-of-ours", NEXT, "token")).isEqualTo("unknown");
        signsIn(lena, NEXT);
    }

    @Test
    void weakPasswordIsNamedAndTheLinkGoesOn() {
        Account agent = agent();
        forgets(agent);
        String token = agent.mailbox().token(1, "/agent/reset");
        assertThat(refusedField(agent, token, "short", "password")).isEqualTo("too_short");
        assertThat(refusedField(agent, token, "x".repeat(129), "password")).isEqualTo("too_long");
        assertThat(refusedField(agent, token, "my " + agent.mailbox().address(), "password"))
                .isEqualTo("format");
        chooses(agent, token, NEXT);
    }

    @Test
    void linkOfOneInterfaceOpensNoOther() {
        Account lena = customerUser();
        forgets(lena);
        String token = lena.mailbox().token(1, "/reset");
        var asAgent = new Account("agent", lena.person(), lena.mailbox());
        assertThat(refusedField(asAgent, token, NEXT, "token")).isEqualTo("unknown");
        signsIn(lena, TestPeople.PASSWORD);
    }

    @Test
    void answerIsTheSameWhetherThereIsAnAccountOrNot() {
        Account lena = customerUser();
        Mailbox nobody = Mailbox.of(server, "nobody");
        HttpResponse<String> known = asks(lena.mailbox());
        HttpResponse<String> unknown = asks(nobody);
        assertThat(unknown.statusCode()).isEqualTo(202).isEqualTo(known.statusCode());
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
        lena.mailbox().mail(1);
        while (accountMail.writeOne()) {
            Thread.onSpinWait();
        }
        int letters =
                database.read(handle -> handle.createQuery("select count(*) from outbox where recipient = :nobody")
                        .bind("nobody", nobody.address())
                        .mapTo(int.class)
                        .one());
        assertThat(letters).isZero();
    }

    private HttpResponse<String> asks(Mailbox mailbox) {
        return door.ask(
                "POST",
                "/password-resets",
                Json.of("as", "customer", "email", mailbox.address()).toString());
    }

    @Test
    void accountThatBecameInvalidGetsNoPassword() {
        Account agent = agent();
        forgets(agent);
        String token = agent.mailbox().token(1, "/agent/reset");
        new TestPeople(database).invalidate(agent.person());
        assertThat(refusedField(agent, token, NEXT, "token")).isEqualTo("unknown");
    }

    @Test
    void mailGoesToTheAddressOfTheAccountHoweverItWasTyped() {
        Account lena = customerUser();
        forgets("customer", lena.mailbox().address().toUpperCase(java.util.Locale.ROOT));
        assertThat(lena.mailbox().token(1, "/reset")).isNotEmpty();
    }

    @Test
    void whoAsksWronglyIsToldHow() {
        var refused = assertThatThrownBy(() -> forgets("public", "a@b.example")).isRefusedWith(Code.INVALID);
        assertThat(refused.answer().at("/fields/as").asText()).isEqualTo("unknown");
        refused = assertThatThrownBy(() -> forgets("agent", "nowhere")).isRefusedWith(Code.INVALID);
        assertThat(refused.answer().at("/fields/email").asText()).isEqualTo("format");
        refused = assertThatThrownBy(() -> door.post("/password-resets/confirm", Json.of("as", "agent")))
                .isRefusedWith(Code.INVALID);
        assertThat(refused.answer().at("/fields/token").asText()).isEqualTo("required");
        assertThat(refused.answer().at("/fields/password").asText()).isEqualTo("required");
    }
}
