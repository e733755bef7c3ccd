package dev.parley.notification;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Door;
import dev.parley.app.Json;
import dev.parley.app.Patience;
import dev.parley.app.Product;
import dev.parley.app.Unlimited;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.people.People;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PushProductTest.Local.class)
class PushProductTest {
    /// With push services on this machine.
    public static final class Local extends Unlimited {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            Set<Class<?>> alternatives = new HashSet<>(super.getEnabledAlternatives());
            alternatives.add(LoopbackEndpoints.class);
            return alternatives;
        }
    }

    @Inject
    Product product;

    @Inject
    AbsentAgents absentAgents;

    @Inject
    People people;

    @Inject
    Database database;

    private Browser browser;
    private Desk desk;
    private Client maya;
    private Client lena;
    private String key;

    @BeforeEach
    void open() throws Exception {
        browser = new Browser();
        desk = product.desk();
        maya = desk.agent("maya");
        lena = desk.customer("lena");
        key = maya.door().get("/push/key").get("key").asText();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void subscribes() {
        maya.door().post("/push/subscriptions", browser.subscription());
    }

    private void closesHisPages() {
        maya.line().breaks();
        Patience.until("Maya to be gone", () -> !people.connected(new PersonId(UUID.fromString(maya.id()))));
        absentAgents.look();
    }

    private int subscriptions() {
        return database.read(
                handle -> handle.createQuery("select count(*) from push_subscription where endpoint = :endpoint")
                        .bind("endpoint", browser.endpoint())
                        .mapTo(Integer.class)
                        .one());
    }

    private String test() {
        return maya.door().post("/me/notifications/test").get("push").asText();
    }

    @Test
    void absentAgentIsPushedARequestOnceInHisLanguage() {
        maya.door().put("/me/preferences", Json.of("language", "de"));
        subscribes();
        closesHisPages();
        String chat = desk.request(lena, "Das Zelt leckt 😀");
        JsonNode shown = browser.shows(key);
        assertThat(shown.get("kind").asText()).isEqualTo("request");
        assertThat(shown.get("chat").asText()).isEqualTo(chat);
        assertThat(shown.get("title").asText()).isEqualTo(lena.name() + " möchte chatten");
        assertThat(shown.get("body").asText()).isEqualTo("Das Zelt leckt 😀");
        assertThat(shown.get("url").asText()).isEqualTo("/agent");
        assertThat(shown.at("/accept/label").asText()).isEqualTo("Annehmen");
        assertThat(shown.at("/accept/taken").asText()).isEqualTo("{name} war schneller.");
        lena.posts(chat, "hello?");
        String other = desk.request(desk.customer("paul"), "me too");
        assertThat(browser.shows(key).get("chat").asText()).isEqualTo(other);
    }

    @Test
    void agentWithAnOpenPageIsNotPushed() {
        subscribes();
        absentAgents.look();
        String first = desk.request(lena, "hello");
        maya.hearsRequest("added", first);
        closesHisPages();
        String second = desk.request(desk.customer("paul"), "hello");
        assertThat(browser.shows(key).get("chat").asText()).isEqualTo(second);
    }

    @Test
    void absentAgentIsPushedMessagesHeWantsToHearOf() {
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, maya);
        String muted = desk.chat(desk.customer("paul"), maya);
        jonas.becomes(chat, "owner");
        jonas.becomes(muted, "owner");
        maya.door().put("/chats/" + chat + "/monitoring", Json.of("level", "customer"));
        maya.door().put("/chats/" + muted + "/monitoring", Json.of("level", "off"));
        subscribes();
        closesHisPages();
        jonas.posts(muted, "nobody hears this");
        jonas.posts(chat, "nor this");
        jonas.chat(chat);
        lena.posts(chat, "are you there?");
        JsonNode shown = browser.shows(key);
        assertThat(shown.get("kind").asText()).isEqualTo("message");
        assertThat(shown.get("body").asText()).isEqualTo("are you there?");
        assertThat(shown.get("url").asText()).isEqualTo("/agent/chats/" + chat);
        assertThat(shown.has("accept")).isFalse();
        assertThat(browser.gotNothing()).isTrue();
    }

    @Test
    void absentAgentIsPushedThatHeIsMentionedWhateverHeMonitors() {
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, maya);
        jonas.becomes(chat, "owner");
        maya.door().put("/chats/" + chat + "/monitoring", Json.of("level", "off"));
        subscribes();
        closesHisPages();
        jonas.posts(chat, "@" + maya.name() + " in public is no mention");
        jonas.chat(chat);
        jonas.notes(chat, "@" + maya.name() + " do you know him?");
        JsonNode shown = browser.shows(key);
        assertThat(shown.get("kind").asText()).isEqualTo("mention");
        assertThat(shown.get("title").asText()).isEqualTo(jonas.name() + " mentions you");
        assertThat(browser.gotNothing()).isTrue();
    }

    @Test
    void absentAgentIsPushedAnInvitation() {
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, jonas);
        subscribes();
        jonas.does(chat, "invite", Json.of("agent", maya.id(), "note", "a tent question"));
        closesHisPages();
        jonas.posts(chat, "she will come");
        JsonNode shown = browser.shows(key);
        assertThat(shown.get("kind").asText()).isEqualTo("invitation");
        assertThat(shown.get("body").asText()).isEqualTo("a tent question");
    }

    @Test
    void whoWantsNoPopUpsOfAKindIsNotPushedOfIt() {
        String chat = desk.chat(lena, maya);
        maya.door().put("/me/preferences", Json.of("notifications", Map.of("request", Map.of("popup", false))));
        subscribes();
        closesHisPages();
        desk.request(desk.customer("paul"), "hello");
        lena.posts(chat, "are you there?");
        assertThat(browser.shows(key).get("kind").asText()).isEqualTo("message");
        assertThat(browser.gotNothing()).isTrue();
    }

    @Test
    void subscriptionEndsWithItsSession() {
        subscribes();
        assertThat(subscriptions()).isEqualTo(1);
        maya.door().delete("/session");
        Patience.until("the subscription to go", () -> subscriptions() == 0);
    }

    @Test
    void testReachesTheBrowserOrSaysWhyNot() {
        assertThat(test()).isEqualTo("none");
        subscribes();
        subscribes();
        assertThat(test()).isEqualTo("sent");
        assertThat(browser.shows(key).get("kind").asText()).isEqualTo("test");
        assertThat(browser.gotNothing()).isTrue();
        browser.answers(500);
        assertThat(test()).isEqualTo("failed");
        browser.answers(410);
        assertThat(test()).isEqualTo("none");
        assertThat(subscriptions()).isZero();
    }

    @Test
    void endedSubscriptionIsPushedNoMore() {
        subscribes();
        Door jonas = desk.agent("jonas").door();
        jonas.post("/push/subscriptions/end", Json.of("endpoint", browser.endpoint()));
        assertThat(subscriptions()).isEqualTo(1);
        maya.door().post("/push/subscriptions/end", Json.of("endpoint", browser.endpoint()));
        assertThat(test()).isEqualTo("none");
    }

    @Test
    void onlySoManyBrowsersOfOneAgentAreKept() {
        for (int i = 0; i < 12; i++) {
            ObjectNode one = browser.subscription();
            maya.door().post("/push/subscriptions", one.put("endpoint", browser.endpoint() + i));
        }
        int kept = database.read(
                handle -> handle.createQuery("select count(*) from push_subscription where agent_id = :agent")
                        .bind("agent", UUID.fromString(maya.id()))
                        .mapTo(Integer.class)
                        .one());
        assertThat(kept).isEqualTo(10);
    }

    @Test
    void keyIsMadeOnceAndSubscriptionsThatCannotBeAreRefused() {
        assertThat(desk.agent("jonas").door().get("/push/key").get("key").asText())
                .isEqualTo(key);
        ObjectNode elsewhere = browser.subscription();
        elsewhere.put("endpoint", "http://10.0.0.1/push");
        assertThat(wrong(elsewhere, "endpoint")).isEqualTo("format");
        ObjectNode keyless = browser.subscription();
        keyless.set("keys", Json.of("p256dh", "AAAA", "auth", "BBBB"));
        assertThat(wrong(keyless, "keys")).isEqualTo("format");
        assertThat(wrong(Json.of("keys", Map.of()), "endpoint")).isEqualTo("required");
        assertThatThrownBy(() -> lena.door().get("/push/key")).isRefusedWith(Code.FORBIDDEN);
    }

    private String wrong(ObjectNode subscription, String field) {
        return assertThatThrownBy(() -> maya.door().post("/push/subscriptions", subscription))
                .isRefusedWith(Code.INVALID)
                .answer()
                .at("/fields/" + field)
                .asText();
    }
}
