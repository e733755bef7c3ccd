package dev.parley.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.access.settings.DeskSettings;
import dev.parley.app.Json;
import dev.parley.app.MailServer;
import dev.parley.app.Product;
import dev.parley.app.ShiftedClock;
import dev.parley.app.WithMail;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithMail.class)
class RegistrationProductTest {
    private static final String ASK = "/api/v1/registrations";
    private static final String CONFIRM = "/api/v1/registrations/confirm";
    private static final String BROWSER = "parley-registration";
    private static final String PASSWORD = "seven quiet otters";

    @Inject
    Product product;

    @Inject
    Database database;

    @Inject
    DeskSettings settings;

    @Inject
    ShiftedClock clock;

    private MailServer server;
    private Mailbox mailbox;

    @BeforeEach
    void mailIsThere() {
        server = new MailServer();
        mailbox = Mailbox.of(server, "greta");
    }

    @AfterEach
    void mailIsGone() {
        settings.change(Map.of("registration", ""));
        server.close();
    }

    private ObjectNode form() {
        return Json.of(
                "firstName", "Greta",
                "lastName", "Lund",
                "email", mailbox.address(),
                "company", "Fjord Kayaks",
                "password", PASSWORD,
                "locale", "de",
                "timeZone", "Europe/Oslo");
    }

    private static RequestSpecification page() {
        return RestAssured.given().contentType("application/json").header("X-Parley", "customer");
    }

    private static Response ask(ObjectNode form) {
        return page().body(form.toString()).post(ASK);
    }

    private static Response confirm(String token, Object... more) {
        return page().body(Json.of(more).put("token", token).toString()).post(CONFIRM);
    }

    private static Response confirmIn(String browser, String token) {
        return page().cookie(BROWSER, browser)
                .body(Json.of("token", token).toString())
                .post(CONFIRM);
    }

    private static void refuses(Response answer, String field, String code) {
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = Json.read(answer.asString());
        assertThat(problem.at("/code").asText()).isEqualTo("invalid");
        assertThat(problem.at("/fields/" + field).asText()).isEqualTo(code);
    }

    private int count(String what) {
        return database.read(handle -> handle.createQuery("select count(*) from " + what)
                .mapTo(int.class)
                .one());
    }

    @Test
    void whoFollowsTheLinkInHisBrowserIsSignedInAsACustomerUser() {
        Response asked = ask(form());
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.asString()).isEmpty();
        MailServer.Arrived mail = mailbox.mail(1);
        assertThat(mail.subject()).isEqualTo("Bestätigen Sie Ihr Konto bei Parley");
        assertThat(mail.text()).doesNotContain("Greta", "Fjord");
        assertThat(count("customer_user where email = '" + mailbox.address() + "'"))
                .isZero();

        Response in = confirmIn(asked.cookie(BROWSER), mailbox.token(1, "/register"));
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.detailedCookie(BROWSER).getMaxAge()).isZero();
        JsonNode me = Json.read(page().cookie("parley-customer", in.cookie("parley-customer"))
                        .get("/api/v1/session")
                        .asString())
                .get("me");
        assertThat(me.get("name").asText()).isEqualTo("Greta Lund");
        assertThat(me.get("email").asText()).isEqualTo(mailbox.address());
        assertThat(me.get("locale").asText()).isEqualTo("de");
        assertThat(me.get("timeZone").asText()).isEqualTo("Europe/Oslo");
        assertThat(me.at("/customer/name").asText()).isEqualTo("Fjord Kayaks");
        assertThat(count("customer where number = '" + mailbox.address() + "'")).isEqualTo(1);
        assertThat(count("account_request where email = '" + mailbox.address()
                        + "' and (name is not null or password_hash is not null)"))
                .as("what is not needed any more is gone")
                .isZero();
        signsIn();
    }

    private void signsIn() {
        JsonNode door = product.door()
                .post("/session", Json.of("as", "customer", "login", mailbox.address(), "password", PASSWORD));
        assertThat(door.at("/me/kind").asText()).isEqualTo("customer_user");
    }

    @Test
    void inAnotherBrowserTheLinkWantsThePasswordAsWell() {
        ask(form());
        String token = mailbox.token(1, "/register");
        refuses(confirm(token), "password", "required");
        refuses(confirmIn("somebody-elses-browser", token), "password", "required");
        refuses(confirm(token, "password", "a stranger's guess"), "password", "unknown");
        Response in = confirm(token, "password", PASSWORD, "session", true);
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.cookie("parley-customer")).isNull();
        assertThat(Json.read(in.asString()).get("token").asText()).isNotEmpty();
    }

    @Test
    void linkIsGoodForOnceAndForADay() {
        Response first = ask(form());
        Response second = ask(form());
        assertThat(mailbox.mail(2)).isNotNull();
        String old = mailbox.token(1, "/register");
        clock.pass(Duration.ofHours(25));
        refuses(confirmIn(first.cookie(BROWSER), old), "token", "expired");
        refuses(confirmIn(second.cookie(BROWSER), "never-was-a-token-of-ours"), "token", "unknown");
        assertThat(count("customer_user where email = '" + mailbox.address() + "'"))
                .isZero();

        Response third = ask(form());
        String token = mailbox.token(3, "/register");
        assertThat(confirmIn(third.cookie(BROWSER), token).statusCode()).isEqualTo(200);
        refuses(confirmIn(third.cookie(BROWSER), token), "token", "used");
        refuses(confirm(old, "password", PASSWORD), "token", "used");
    }

    @Test
    void manyAtOnceMakeOneAccount() throws Exception {
        Response asked = ask(form());
        String token = mailbox.token(1, "/register");
        Callable<Integer> follow = () -> confirmIn(asked.cookie(BROWSER), token).statusCode();
        try (var clients = Executors.newFixedThreadPool(4)) {
            List<Integer> answers = clients.invokeAll(List.of(follow, follow, follow, follow)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 422, 422, 422);
        }
        assertThat(count("customer_user where email = '" + mailbox.address() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoHasAnAccountReadsSoInHisMailAndNowhereElse() {
        Response asked = ask(form());
        confirmIn(asked.cookie(BROWSER), mailbox.token(1, "/register"));
        ObjectNode again = form().put("email", mailbox.address().toUpperCase(java.util.Locale.ROOT));
        Response second = ask(again.put("password", "another long password"));
        assertThat(second.statusCode()).isEqualTo(asked.statusCode());
        assertThat(second.asString()).isEqualTo(asked.asString());
        assertThat(second.headers().asList()).hasSameSizeAs(asked.headers().asList());
        assertThat(second.cookie(BROWSER)).hasSameSizeAs(asked.cookie(BROWSER));
        MailServer.Arrived mail = mailbox.mail(2);
        assertThat(mail.subject()).isEqualTo("Ihr Konto bei Parley");
        assertThat(mail.text()).contains("/reset").doesNotContain("#");
        signsIn();
    }

    @Test
    void everyWrongFieldIsNamedAtOnceAndNoMailIsSent() {
        ObjectNode wrong = form();
        wrong.put("firstName", "\u202E ")
                .put("lastName", "x".repeat(65))
                .put("email", "nowhere")
                .put("password", "short");
        wrong.put("company", "x".repeat(201));
        JsonNode fields = Json.read(ask(wrong).asString()).get("fields");
        assertThat(fields)
                .isEqualTo(Json.of(
                        "firstName", "required",
                        "lastName", "too_long",
                        "email", "format",
                        "company", "too_long",
                        "password", "too_short"));
        refuses(ask(form().put("password", "Fjord " + mailbox.address())), "password", "format");
        refuses(ask(form().put("password", "gReTa of the lakes")), "password", "format");
        refuses(ask(form().put("password", "")), "password", "required");
        refuses(confirm(" "), "token", "required");
        assertThat(count("account_request where email = '" + mailbox.address() + "'"))
                .isZero();
    }

    @Test
    void whatThePageSaysOfItselfIsLeftOutIfItIsWrong() {
        ObjectNode form =
                form().put("locale", "<script>").put("timeZone", "Mars/Olympus").put("company", "  ");
        Response asked = ask(form);
        Response in = confirmIn(asked.cookie(BROWSER), mailbox.token(1, "/register"));
        JsonNode me = Json.read(in.asString()).get("me");
        assertThat(me.get("locale").asText()).isEqualTo("en");
        assertThat(me.get("timeZone").asText()).isEqualTo("UTC");
        assertThat(me.at("/customer/name").asText()).isEqualTo("Greta Lund");
    }

    @Test
    void customerOfTheSameNumberIsNotJoined() {
        database.change(tx -> tx.handle()
                .execute(
                        "insert into customer (id, number, name) values (?, ?, 'Somebody else')",
                        java.util.UUID.randomUUID(),
                        mailbox.address()));
        Response asked = ask(form());
        Response in = confirmIn(asked.cookie(BROWSER), mailbox.token(1, "/register"));
        assertThat(Json.read(in.asString()).at("/me/customer/name").asText()).isEqualTo("Fjord Kayaks");
        assertThat(count("customer where number like '" + mailbox.address() + "%'"))
                .isEqualTo(2);
    }

    @Test
    void deskThatWantsNoneOfItSaysSo() {
        assertThat(product.door().get("/desk").get("registration").asBoolean()).isTrue();
        assertThat(product.door().get("/desk").get("passwordReset").asBoolean()).isTrue();
        Response asked = ask(form());
        String token = mailbox.token(1, "/register");
        settings.change(Map.of("registration", "off"));
        assertThat(product.door().get("/desk").get("registration").asBoolean()).isFalse();
        assertThat(ask(form()).statusCode()).isEqualTo(403);
        assertThat(confirmIn(asked.cookie(BROWSER), token).statusCode()).isEqualTo(403);
        assertThat(count("customer_user where email = '" + mailbox.address() + "'"))
                .isZero();
    }
}
