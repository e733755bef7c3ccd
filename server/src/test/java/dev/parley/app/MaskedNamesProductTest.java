package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.channel.Masking;
import dev.parley.channel.Masks;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// With masks on, nothing that tells one agent from another anywhere else reaches a customer user or a public user, by
/// any frame, answer or file.
@QuarkusTest
@TestProfile(Unlimited.class)
class MaskedNamesProductTest {
    @Inject
    Product product;

    @Inject
    Masks masks;

    private Desk desk;
    private Client admin;
    private Client maya;
    private Client jonas;
    private Client boss;
    private String other;

    @BeforeEach
    void peopleWithNamesThatStandOut() {
        desk = product.desk();
        admin = desk.administrator("Adminah");
        maya = desk.agentCalled("Zacharias", "Quillfeather");
        jonas = desk.agentCalled("Wilhelmina", "Vandersloot");
        boss = desk.agentCalled("Ferdinand", "Ostrowski");
        other = desk.channel("Other", Json.of());
        masked("numbered");
    }

    @AfterEach
    void asBefore() {
        masked("off");
    }

    private void masked(String style) {
        admin.door().put("/admin/settings", Json.of("mask.agents", style));
        admin.line()
                .await(
                        "masks " + style,
                        () -> Optional.of(masks.now())
                                .filter(now -> now.style() == Masking.Style.valueOf(style.toUpperCase(Locale.ROOT))));
    }

    /// Ids, and first and last names, of which logins and addresses are made as well.
    private String[] secrets() {
        return Stream.of(maya, jonas, boss)
                .flatMap(agent -> Stream.concat(
                        Stream.of(agent.id()), Stream.of(agent.name().split(" "))))
                .toArray(String[]::new);
    }

    /// What an outsider is answered to everything he might ask, with the headers.
    private static String answers(Client who, String chat) {
        var all = new StringBuilder();
        for (String path : List.of(
                "/chats",
                "/chats?status=closed",
                "/chats/" + chat,
                "/chats/" + chat + "/entries?after=0",
                "/chats/" + chat + "/entries?before=9",
                "/chats/" + chat + "/transcript",
                "/chats/" + chat + "/transcript?format=json&locale=de",
                "/chats/" + chat + "/visitor",
                "/session",
                "/desk",
                "/people",
                "/requests",
                "/open-chats")) {
            var answer = who.door().ask("GET", path, "");
            all.append(answer.headers().map()).append(answer.body()).append('\n');
        }
        return all.toString();
    }

    /// What he is answered to everything that cannot be done any more.
    private static String refusals(Client who, String chat) {
        var all = new StringBuilder();
        for (String step :
                List.of("accept", "leave", "close", "decline", "withdraw", "invite", "level", "channel", "note")) {
            all.append(
                    who.door().ask("POST", "/chats/" + chat + "/" + step, "{}").body());
        }
        return all.toString();
    }

    /// Everything that happens in a chat, from an announced move before anybody accepted to its end.
    private void happens(Client who, String chat) {
        String main = desk.channel();
        boss.does(chat, "channel", Json.of("channel", other));
        boss.does(chat, "channel", Json.of("channel", main));
        maya.accepts(chat);
        who.hearsChat(chat, "/status", "active");
        who.door().ask("POST", "/chats/" + chat + "/accept", "{}");
        maya.posts(chat, "welcome");
        who.posts(chat, "thank you");
        marksAndTyping(maya, who, chat);
        maya.does(chat, "invite", Json.of("agent", jonas.id(), "note", "please help"));
        jonas.does(chat, "accept", Json.of("level", "participant"));
        jonas.posts(chat, "me too");
        boss.becomes(chat, "observer");
        boss.becomes(chat, "owner");
        boss.does(chat, "channel", Json.of("channel", other));
        boss.posts(chat, "taken over");
        jonas.leaves(chat);
        maya.becomes(chat, "observer");
        assertThat(who.sees(chat)).endsWith("welcome", "thank you", "me too", "taken over");
        jonas.door().put("/me/availability", Json.of("availability", "unavailable"));
        boss.door().put("/me/availability", Json.of("availability", "internal"));
        who.line().hears("presence");
        boss.door().put("/me/availability", Json.of("availability", "external"));
        jonas.door().put("/me/availability", Json.of("availability", "external"));
    }

    private static void marksAndTyping(Client agent, Client who, String chat) {
        agent.line().says(Json.of("type", "fetch", "chat", chat, "after", 0));
        agent.line().hears("page", page -> page.get("complete").asBoolean());
        agent.line().says(Json.of("type", "typing", "chat", chat));
        who.line().hears("typing");
        agent.line().says(Json.of("type", "read", "chat", chat, "n", 2));
        who.line().hears("read", frame -> !frame.get("who").asText().equals(who.id()));
    }

    private void heardNobody(String everything) {
        assertThat(everything).contains("Support 1", "Support 2", "Support 3");
        assertThat(everything).doesNotContainIgnoringCase(secrets());
    }

    @Test
    void customerLearnsNoAgentsNameFromRequestToEnd() {
        Client lena = desk.customer("lena");
        String chat = desk.request(lena, "I need help");
        happens(lena, chat);
        String during = answers(lena, chat);
        boss.closes(chat);
        lena.hearsChat(chat, "/status", "closed");
        lena.returns(chat);
        heardNobody(during
                + answers(lena, chat)
                + refusals(lena, chat)
                + lena.line().heard());
        assertThat(maya.chat(chat).toString()).contains("Zacharias Quillfeather", "Ferdinand Ostrowski");
    }

    @Test
    void publicUserLearnsNoAgentsNameOverSocketAndPoll() {
        Desk.Visitor sam = desk.visitor("Sam", "hello");
        var poll = new PollTalk(product, sam.client().door(), Json.of("cursors", Map.of(sam.chat(), 0)));
        var polled = new ArrayList<>(poll.until("live"));
        happens(sam.client(), sam.chat());
        boss.closes(sam.chat());
        while (!polled.getLast().at("/chat/status").asText().equals("closed")) {
            polled.addAll(poll.until("chat"));
        }
        sam.client().hearsChat(sam.chat(), "/status", "closed");
        List<JsonNode> replay =
                new PollTalk(product, sam.client().door(), Json.of("cursors", Map.of(sam.chat(), 0))).until("live");
        heardNobody(polled.toString() + replay + sam.client().line().heard());
        assertThat(polled.toString()).contains("Support 1", "taken over");
        assertThat(replay.toString()).contains("Support 3", "taken over");
        heardNobody(answers(sam.client(), sam.chat()) + refusals(sam.client(), sam.chat()));
    }

    @Test
    void customerWhoIsAskedLearnsNotByWhom() {
        Client lena = desk.customer("lena");
        String declined = maya.asks(Json.of("to", lena.id(), "text", "may I help?", "channel", desk.channel()));
        assertThat(lena.hearsChat(declined, "/status", "request")
                        .at("/requester/name")
                        .asText())
                .isEqualTo("Support 1");
        lena.does(declined, "decline", Json.of("reason", "not now"));
        String chat = maya.asks(Json.of("to", lena.id(), "text", "and now?", "channel", desk.channel()));
        lena.accepts(chat);
        jonas.becomes(chat, "observer");
        jonas.becomes(chat, "participant");
        jonas.posts(chat, "me too");
        boss.becomes(chat, "owner");
        maya.leaves(chat);
        assertThat(lena.sees(chat)).endsWith("me too");
        lena.leaves(chat);
        lena.hearsChat(chat, "/status", "closed");
        heardNobody(answers(lena, declined) + answers(lena, chat) + lena.line().heard());
    }

    @Test
    void numbersAndIdsAreTheSameLiveLaterAndInTheChatItself() {
        Client lena = desk.customer("lena");
        String chat = desk.request(lena, "I need help");
        happens(lena, chat);
        Map<Integer, String> live = new TreeMap<>();
        lena.line().heard("entry").forEach(entry -> live.put(entry.get("n").asInt(), by(entry)));
        List<JsonNode> log = lena.log(chat);
        log.stream()
                .filter(entry -> live.containsKey(entry.get("n").asInt()))
                .forEach(entry ->
                        assertThat(by(entry)).isEqualTo(live.get(entry.get("n").asInt())));
        assertThat(live).hasSizeGreaterThan(8);
        assertThat(log.stream()
                        .filter(entry -> entry.get("kind").asText().equals("accepted"))
                        .map(MaskedNamesProductTest::by))
                .containsExactly(
                        "Support 1 " + lena.chat(chat).at("/acceptedBy/id").asText());
        assertThat(log.stream()
                        .filter(entry -> entry.get("kind").asText().equals("joined"))
                        .map(entry -> entry.at("/by/name").asText()))
                .containsExactly("Support 2", "Support 3");
        String next = desk.chat(lena, boss);
        assertThat(ids(lena.log(next))).hasSize(1).doesNotContainAnyElementsOf(ids(log));
    }

    private static String by(JsonNode entry) {
        return entry.at("/by/name").asText() + " " + entry.at("/by/id").asText();
    }

    private static Set<String> ids(List<JsonNode> log) {
        Set<String> ids = new HashSet<>();
        log.stream()
                .map(entry -> entry.path("by"))
                .filter(by -> by.path("kind").asText().equals("agent"))
                .forEach(by -> ids.add(by.get("id").asText()));
        return ids;
    }

    @Test
    void switchIsObeyedWithoutARestartAndBack() {
        Client lena = desk.customer("lena");
        String chat = desk.chat(lena, maya);
        assertThat(maya.chat(chat).at("/my/shownAs").asText()).isEqualTo("Support 1");
        masked("same");
        maya.posts(chat, "one of us");
        lena.line()
                .hears(
                        "entry",
                        entry -> by(entry).startsWith("Support ")
                                && entry.path("text").asText().equals("one of us")
                                && entry.at("/by/name").asText().equals("Support"));
        masked("off");
        maya.posts(chat, "myself");
        JsonNode entry = lena.line().hears("entry", e -> e.path("text").asText().equals("myself"));
        assertThat(entry.at("/by/name").asText()).isEqualTo(maya.name());
        assertThat(entry.at("/by/id").asText()).isEqualTo(maya.id());
        assertThat(maya.chat(chat).at("/my").has("shownAs")).isFalse();
    }
}
