package dev.parley.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import dev.parley.access.Passwords;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnDesk.class)
class CompanyImportProductTest {
    @Inject
    CompanyImport companies;

    @Inject
    Demo demo;

    @Inject
    Database database;

    @Inject
    Passwords passwords;

    @Test
    void theDemoCompanyIsThereOnceHoweverOftenItIsFilled() {
        assertThat(demo.fill()).contains(Demo.PASSWORD);
        demo.fill();
        assertThat(count("agent where email like '%@northwind.example'")).isEqualTo(8);
        assertThat(count("customer_user join customer c on c.id = customer_id where number like 'NW-C-%'"))
                .isEqualTo(6);
        assertThat(count("chat_channel where name in ('Default', 'Sales', 'Technical Support', 'Billing')"))
                .isEqualTo(4);
        given().contentType("application/json")
                .header("X-Parley", "agent")
                .body("{\"as\": \"agent\", \"login\": \"maya.okafor\", \"password\": \"" + Demo.PASSWORD + "\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .body("me.name", equalTo("Maya Okafor"));
        assertThat(count("setting where name = 'desk.name'")).isEqualTo(1);
    }

    @Test
    void cannedRepliesComeOnceAndWhatWasRemovedStaysRemoved() {
        String code = "r" + UUID.randomUUID().toString().substring(0, 8);
        String everybodys = "{\"cannedReplies\": [{\"code\": \"" + code + "\", \"text\": \"Hello\"}]}";
        assertThat(add(everybodys).cannedReplies()).isEqualTo(new Imported.Count(1, 0));
        assertThat(add(everybodys.replace("Hello", "Bye")).cannedReplies()).isEqualTo(new Imported.Count(0, 1));
        assertThat(count("canned_reply where body = 'Hello' and code = '" + code + "'"))
                .isEqualTo(1);
        database.change(tx -> tx.handle().execute("update canned_reply set valid = false where code = ?", code));
        assertThat(add(everybodys).cannedReplies()).isEqualTo(new Imported.Count(0, 1));
        String channels = everybodys.replace("\"text\"", "\"channel\": \"Default\", \"text\"");
        assertThat(add(channels).cannedReplies()).isEqualTo(new Imported.Count(1, 0));
        assertThatThrownBy(() -> add(channels.replace("Default", "Nowhere").replace(code, "two words")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .containsEntry("cannedReplies[0].channel", "unknown")
                                .containsEntry("cannedReplies[0].code", "format"));
    }

    @Test
    void whatIsKnownStaysAsItIs() {
        String login = "kept-" + UUID.randomUUID();
        assertThat(add(agent(login, login + "@example.com", "Before")).agents()).isEqualTo(new Imported.Count(1, 0));
        assertThat(add(agent(login, login + "@example.com", "After")).agents()).isEqualTo(new Imported.Count(0, 1));
        assertThat(count("person where name = '" + "Before Weiss'")).isPositive();
    }

    @Test
    void aFaultIsNamedByItsPathAndNothingIsChanged() {
        int before = count("person");
        String group = "never-" + UUID.randomUUID();
        String document = """
                {"groups": [{"name": "%s"}],
                 "channels": [{"name": "", "group": "%s"}],
                 "agents": [
                   {"login": "a", "firstName": "A", "lastName": "B", "email": "a@b", "password": "long enough it is"},
                   {"login": "c", "firstName": "C", "lastName": "D", "email": "nowhere", "password": "long enough it is",
                    "permissions": {"Nobody": ["chat_owner"]}, "timeZone": "Mars"}],
                 "customers": [{"number": "1", "name": "x", "users": [
                   {"login": "u", "lastName": "U", "email": "u@x.example", "passwordHash": "$2y$10$abcdefg"}]}]}
                """.formatted(group, group);
        assertThatThrownBy(() -> add(document))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .containsEntry("channels[0].name", "required")
                                .containsEntry("agents[1].email", "format")
                                .containsEntry("agents[1].permissions.Nobody", "unknown")
                                .containsEntry("agents[1].timeZone", "unknown")
                                .containsEntry("customers[0].users[0].passwordHash", "format"));
        assertThat(count("person")).isEqualTo(before);
        assertThat(count("group_ where name = '" + group + "'")).isZero();
    }

    @Test
    void wrongShapesAreNamedByTheirPath() {
        assertThatThrownBy(() -> add("{\"agents\": [{\"login\": \"a\", \"admin\": \"perhaps\"}]}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields()).containsEntry("agents[0].admin", "format"));
        assertThatThrownBy(() -> add("{\"agents\": [{\"logn\": \"a\"}]}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields()).containsEntry("agents[0].logn", "unknown"));
        assertThatThrownBy(() -> add("{\"agents\": ["))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isIn(Code.MALFORMED, Code.INVALID));
    }

    @Test
    void anEmailBelongsToOnePersonOnly() {
        String email = UUID.randomUUID() + "@example.com";
        add(agent("first-" + UUID.randomUUID(), email, "First"));
        assertThatThrownBy(() ->
                        add(agent("second-" + UUID.randomUUID(), email.toUpperCase(java.util.Locale.ROOT), "Second")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields()).containsEntry("agents[0].email", "taken"));
    }

    @Test
    void onlyAdministratorsImport() {
        demo.fill();
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/admin/import")
                .then()
                .statusCode(401);
        upload(token("maya.okafor"), "{}").statusCode(403).body("code", equalTo("forbidden"));
        upload(token("daniel.osei"), "{}").statusCode(200).body("agents.added", equalTo(0));
    }

    @Test
    void thousandsOfPeopleComeInOneDocument() {
        demo.fill();
        String hash = passwords.hash("one password for all of them");
        String run = UUID.randomUUID().toString();
        var users = new StringBuilder();
        for (int n = 0; n < 5_000; n++) {
            users.append(n == 0 ? "" : ",")
                    .append(
                            "{\"login\":\"u%d-%s\",\"lastName\":\"U%d\",\"email\":\"u%d-%s@x.example\",\"passwordHash\":\"%s\"}"
                                    .formatted(n, run, n, n, run, hash));
        }
        String document = "{\"customers\":[{\"number\":\"" + run + "\",\"name\":\"Many\",\"users\":[" + users + "]}]}";
        upload(token("daniel.osei"), document)
                .statusCode(200)
                .body("customerUsers", hasEntry("added", 5_000))
                .body("customers.added", equalTo(1));
    }

    @Test
    void otherBodiesStaySmall() {
        String large = "{\"code\": \"" + "x".repeat(70_000) + "\"}";
        given().contentType("application/json")
                .body(large)
                .post("/api/v1/setup")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too_large"));
    }

    private Imported add(String json) {
        return companies.add(companies.document(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String agent(String login, String email, String firstName) {
        return """
                {"agents": [{"login": "%s", "firstName": "%s", "lastName": "Weiss", "email": "%s",
                             "password": "quite a long password"}]}
                """.formatted(login, firstName, email);
    }

    private static io.restassured.response.ValidatableResponse upload(String token, String json) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + token)
                .body(json)
                .post("/api/v1/admin/import")
                .then();
    }

    private static String token(String login) {
        return given().contentType("application/json")
                .body("{\"as\": \"agent\", \"login\": \"" + login + "\", \"password\": \"" + Demo.PASSWORD
                        + "\", \"token\": true}")
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private int count(String what) {
        return database.read(handle -> handle.createQuery("select count(*) from " + what)
                .mapTo(int.class)
                .one());
    }
}
