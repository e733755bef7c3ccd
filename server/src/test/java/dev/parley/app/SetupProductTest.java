package dev.parley.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnDesk.class)
class SetupProductTest {
    private static final String SETUP = "/api/v1/setup";
    private static final String DESK = "/api/v1/desk";

    @Inject
    SetupCode code;

    @Inject
    Database database;

    @BeforeEach
    void nobodyIsThere() {
        database.change(tx -> tx.handle()
                .execute("truncate session, permission, agent_channel, out_of_office, audit, agent cascade"));
    }

    @Test
    void wrongCodeIsRefused() {
        post(form("ABCD-EFGH-JKLM")).then().statusCode(403).body("code", equalTo("wrong_setup_code"));
        given().get(SETUP).then().statusCode(200).body("needed", equalTo(true));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var form = form(code.shown());
        form.putAll(Map.of("firstName", " ", "email", "nowhere", "password", "short", "timeZone", "Mars/Base"));
        post(form)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body(
                        "fields",
                        equalTo(Map.of(
                                "firstName", "required",
                                "email", "format",
                                "password", "too_short",
                                "timeZone", "unknown")));
        assertThat(administrators()).isZero();
    }

    @Test
    void codeMayBeTypedInSmallLettersAndOpensTheDeskOnce() {
        var form = form(code.shown().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        post(form).then().statusCode(201).header("Set-Cookie", containsString("parley-agent="));
        given().get(SETUP).then().body("needed", equalTo(false));
        form.put("email", "second@example.com");
        post(form).then().statusCode(409).body("code", equalTo("conflict"));
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void theFirstAdministratorIsSignedInAndOwnsTheDefaultChannel() {
        String cookie = post(form(code.shown())).then().extract().cookie("parley-agent");
        given().cookie("parley-agent", cookie)
                .header("X-Parley", "agent")
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("me.name", equalTo("Daniel Osei"))
                .body("me.admin", equalTo(true));
        int owned =
                database.read(handle -> handle.createQuery("""
                select count(*) from permission p join chat_channel c on c.group_id = p.group_id
                 where c.is_default and p.permission = 'chat_owner'
                """).mapTo(int.class).one());
        assertThat(owned).isEqualTo(1);
    }

    @Test
    void theDeskHasItsNameAtOnce() {
        var form = form(code.shown());
        form.put("deskName", "Harbour Desk");
        given().get(DESK).then().body("name", not(equalTo("Harbour Desk")));
        post(form).then().statusCode(201);
        given().get(DESK).then().body("name", equalTo("Harbour Desk"));
    }

    @Test
    void ofManyAtOnceExactlyOneBecomesTheFirst() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> attempts = java.util.stream.IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(n -> () -> {
                        var form = form(code.shown());
                        form.put("email", "admin" + n + "@example.com");
                        return post(form).statusCode();
                    })
                    .toList();
            List<Integer> answers =
                    callers.invokeAll(attempts).stream().map(Future::resultNow).toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
        assertThat(administrators()).isEqualTo(1);
    }

    private static Response post(Map<String, String> form) {
        return given().contentType("application/json")
                .header("X-Parley", "agent")
                .body(form)
                .post(SETUP);
    }

    private static Map<String, String> form(String code) {
        return new HashMap<>(Map.of(
                "code", code,
                "firstName", "Daniel",
                "lastName", "Osei",
                "email", "daniel@example.com",
                "password", "a long enough secret",
                "deskName", "Northwind Outdoor",
                "timeZone", "Europe/London"));
    }

    private int administrators() {
        return database.read(handle -> handle.createQuery("select count(*) from agent where admin")
                .mapTo(int.class)
                .one());
    }
}
