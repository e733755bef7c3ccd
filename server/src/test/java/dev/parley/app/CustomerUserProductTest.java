package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Code;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How agents look customer users up. Each test has a company with a name of its own, which nobody else is found by.
@QuarkusTest
@TestProfile(Unlimited.class)
class CustomerUserProductTest {
    @Inject
    Product product;

    @Inject
    Database database;

    private final String tag = "q" + Product.newId().substring(0, 8);
    private Desk desk;
    private Client maya;

    @BeforeEach
    void open() {
        desk = product.desk();
        maya = desk.agent("maya");
    }

    private void company(String name, Map<String, String> logins) {
        List<ObjectNode> users = new ArrayList<>();
        logins.forEach((login, person) -> users.add(Json.of(
                "login",
                login + "." + tag,
                "firstName",
                person.substring(0, person.indexOf(' ')),
                "lastName",
                person.substring(person.indexOf(' ') + 1),
                "email",
                login + "@" + tag + ".example",
                "passwordHash",
                product.passwordHash())));
        product.adds(
                Json.of("customers", List.of(Json.of("number", name + tag, "name", name + " " + tag, "users", users))));
    }

    private JsonNode page(String q, String more) {
        return maya.door().get("/customer-users?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more);
    }

    private List<String> found(String q) {
        return Json.texts(page(q, "").get("customerUsers"), "/name");
    }

    @Test
    void areFoundByTheBeginningsOfWordsInNameLoginEmailAndCompany() {
        company("Alpenhaus", Map.of("lena", "Lena Fischer", "owen", "Owen Pritchard"));
        company("Fjordsport", Map.of("ingrid", "Ingrid Solheim"));
        assertThat(found("lena " + tag)).containsExactly("Lena Fischer");
        assertThat(found("fisch " + tag)).containsExactly("Lena Fischer");
        assertThat(found(tag + " alpen")).containsExactly("Lena Fischer", "Owen Pritchard");
        assertThat(found("owen@" + tag)).containsExactly("Owen Pritchard");
        assertThat(found("alpen owen@" + tag)).containsExactly("Owen Pritchard");
        assertThat(found("alpen ingrid " + tag)).isEmpty();
        assertThat(found("ischer " + tag)).isEmpty();
        assertThat(found(tag)).containsExactly("Ingrid Solheim", "Lena Fischer", "Owen Pritchard");
    }

    @Test
    void areFoundWhateverTheCaseAndTheAccentsAndStandInThatOrder() {
        company(
                "Ærø",
                Map.of(
                        "a",
                        "Zoë Łukasiewicz",
                        "b",
                        "Émile Zola",
                        "c",
                        "Søren Strauß",
                        "d",
                        "Ágnes Nagy",
                        "e",
                        "مُنى حدّاد"));
        assertThat(found("EMILE " + tag)).containsExactly("Émile Zola");
        assertThat(found("zoe luka " + tag)).containsExactly("Zoë Łukasiewicz");
        assertThat(found("ÁGNES " + tag)).containsExactly("Ágnes Nagy");
        assertThat(found("soren strauss " + tag)).containsExactly("Søren Strauß");
        assertThat(found("منى " + tag)).containsExactly("مُنى حدّاد");
        assertThat(found("aero " + tag))
                .containsExactly("Ágnes Nagy", "Émile Zola", "Søren Strauß", "Zoë Łukasiewicz", "مُنى حدّاد");
    }

    @Test
    void signsOfPatternsAndQueriesAreNoWildcards() {
        company("Odd", Map.of("max_m", "Max 100% O'Neil", "maxim", "Maxi Mum"));
        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("%" + tag.substring(3))).isEmpty();
        assertThat(found("ma_im " + tag)).isEmpty();
        assertThat(found("max_m " + tag)).containsExactly("Max 100% O'Neil");
        assertThat(found("100% o'nei " + tag)).containsExactly("Max 100% O'Neil");
        for (String q : List.of("'", "\\", "' | !x", "a:*", "<-> & |", "'':", "--", "*")) {
            assertThat(found(q + " " + tag + "x")).as(q).isEmpty();
        }
    }

    @Test
    void comeInPagesThatMissNobodyAndRepeatNobody() {
        company(
                "Paged",
                Map.of("a", "Same Name", "b", "Same Name", "c", "Same Name", "d", "Ada Name", "e", "Zoe Name"));
        List<String> ids = new ArrayList<>();
        JsonNode page = page("paged " + tag, "&limit=2");
        while (page.has("cursor")) {
            ids.addAll(Json.texts(page.get("customerUsers"), "/id"));
            page = page("paged " + tag, "&limit=2&cursor=" + page.get("cursor").asText());
        }
        ids.addAll(Json.texts(page.get("customerUsers"), "/id"));
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(page("paged " + tag, "&limit=5").has("cursor")).isFalse();
        JsonNode all = maya.door().get("/customer-users?limit=3");
        assertThat(Json.list(all.get("customerUsers"))).hasSize(3);
        assertThat(all.has("cursor")).isTrue();
        assertThat(Json.list(page("  ", "&limit=3").get("customerUsers"))).hasSize(3);
    }

    @Test
    void saysWhoHeIsAndWhatIsSeenOfHim() {
        Client lena = desk.customer("lena");
        JsonNode row = maya.door().get("/customer-users/" + lena.id());
        assertThat(row.get("kind").asText()).isEqualTo("customer_user");
        assertThat(row.get("name").asText()).isEqualTo(lena.name());
        assertThat(row.get("login").asText()).startsWith("lena.");
        assertThat(row.get("email").asText()).endsWith("@example.com");
        assertThat(row.at("/customer/name").asText()).isEqualTo("lena Ltd");
        assertThat(row.at("/customer/number").asText()).startsWith("lena.");
        assertThat(row.get("presence").asText()).isEqualTo("available");
        assertThat(row.get("valid").asBoolean()).isTrue();
        assertThat(row.has("lastSeenAt")).isFalse();
        assertThat(Json.list(page(row.get("login").asText(), "").get("customerUsers")))
                .containsExactly(row);
        lena.door().delete("/session");
        maya.line()
                .hears(
                        "presence",
                        frame -> Json.texts(frame.get("people"), "/id").contains(lena.id()));
        JsonNode gone = maya.door().get("/customer-users/" + lena.id());
        assertThat(gone.get("presence").asText()).isEqualTo("offline");
        assertThat(gone.get("mayChat").asBoolean()).isFalse();
        assertThat(gone.has("lastSeenAt")).isTrue();
    }

    @Test
    void mayBeAskedForAChatByWhoMayWriteWhereItWouldBegin() {
        Client lena = desk.customer("lena");
        assertThat(mayChat(maya, lena)).isFalse();
        assertThatThrownBy(() -> maya.asks(lena, "hello")).isRefusedWith(Code.FORBIDDEN);
        permit(maya, "chat_participant");
        assertThat(mayChat(maya, lena)).isTrue();
        maya.asks(lena, "hello");
        Client jonas = desk.agent("jonas");
        permit(jonas, "chat_observer");
        assertThat(mayChat(jonas, lena)).isFalse();
    }

    private static boolean mayChat(Client agent, Client customer) {
        return agent.door()
                .get("/customer-users/" + customer.id())
                .get("mayChat")
                .asBoolean();
    }

    /// In the Default channel's group.
    private void permit(Client agent, String permission) {
        database.change(tx -> {
            tx.handle().execute("""
                    insert into permission (agent_id, group_id, permission)
                    select ?, group_id, ? from chat_channel where is_default
                    """, UUID.fromString(agent.id()), permission);
            tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, UUID.fromString(agent.id())));
        });
    }

    @Test
    void whoMayNoLongerSignInIsNotListedButStillKnown() {
        company("Former", Map.of("uma", "Uma Former"));
        String id = page("former " + tag, "").at("/customerUsers/0/id").asText();
        database.change(
                tx -> tx.handle().execute("update customer_user set valid = false where id = ?", UUID.fromString(id)));
        assertThat(found("former " + tag)).isEmpty();
        assertThat(maya.door().get("/customer-users/" + id).get("valid").asBoolean())
                .isFalse();
    }

    @Test
    void onlyAgentsLookCustomerUsersUp() {
        Client lena = desk.customer("lena");
        Desk.Visitor nora = desk.visitor("Nora", "hello");
        for (String path : List.of("", "/" + lena.id(), "/" + lena.id() + "/chats")) {
            assertThatThrownBy(() -> lena.door().get("/customer-users" + path)).isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> nora.client().door().get("/customer-users" + path))
                    .isRefusedWith(Code.FORBIDDEN);
            assertThatThrownBy(() -> product.door().get("/customer-users" + path))
                    .isRefusedWith(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void whoIsNoCustomerUserIsNotFound() {
        Desk.Visitor nora = desk.visitor("Nora", "hello");
        for (String id : List.of(Product.newId(), maya.id(), nora.client().id())) {
            assertThatThrownBy(() -> maya.door().get("/customer-users/" + id)).isRefusedWith(Code.NOT_FOUND);
            assertThatThrownBy(() -> maya.door().get("/customer-users/" + id + "/chats"))
                    .isRefusedWith(Code.NOT_FOUND);
        }
        assertThatThrownBy(() -> maya.door().get("/customer-users/lena")).isRefusedWith(Code.MALFORMED);
        var answer = maya.door().ask("GET", "/customer-users/" + Product.newId(), "");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void questionsThatAreTooLongAndPagesOfTheWrongSizeAreRefused() {
        assertThat(wrong("?q=" + "x".repeat(101), "q")).isEqualTo("too_long");
        assertThat(wrong("?q=a%00b", "q")).isEqualTo("format");
        assertThat(wrong("?limit=0", "limit")).isEqualTo("format");
        assertThat(wrong("?limit=201", "limit")).isEqualTo("format");
        assertThat(found("😀".repeat(100))).isEmpty();
        assertThatThrownBy(() -> maya.door().get("/customer-users?cursor=x")).isRefusedWith(Code.MALFORMED);
        String lena = desk.customer("lena").id();
        assertThat(wrong("/" + lena + "/chats?limit=201", "limit")).isEqualTo("format");
    }

    private String wrong(String path, String field) {
        return assertThatThrownBy(() -> maya.door().get("/customer-users" + path))
                .isRefusedWith(Code.INVALID)
                .answer()
                .at("/fields/" + field)
                .asText();
    }
}
