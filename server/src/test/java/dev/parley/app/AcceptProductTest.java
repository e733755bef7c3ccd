package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class AcceptProductTest {
    private static final int AGENTS = 10;
    private static final int REQUESTS = 50;

    @Inject
    Product product;

    private Desk desk;

    @BeforeEach
    void newDesk() {
        desk = product.desk();
    }

    @Test
    void tenAgentsAcceptFiftyRequestsAtTheSameInstantAndEachHasExactlyOneWinner() throws Exception {
        List<Client> agents = desk.agents(AGENTS);
        var lena = desk.customer("lena");
        List<String> chats = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            chats.add(desk.request(lena, "request " + i));
        }
        for (String chat : chats) {
            List<HttpResponse<String>> answers = atOnce(agents, chat);
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 409);
            List<HttpResponse<String>> winners = answers.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .toList();
            assertThat(winners).hasSize(1);
            String winner =
                    Json.read(winners.getFirst().body()).at("/acceptedBy/id").asText();
            answers.stream().filter(answer -> answer.statusCode() == 409).forEach(answer -> {
                JsonNode problem = Json.read(answer.body());
                assertThat(problem.get("code").asText()).isEqualTo("already_accepted");
                assertThat(problem.at("/by/id").asText()).isEqualTo(winner);
            });
            assertThat(lena.kinds(chat)).containsExactly("message", "accepted");
        }
    }

    private static List<HttpResponse<String>> atOnce(List<Client> agents, String chat)
            throws InterruptedException, ExecutionException {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> running = new ArrayList<>();
            for (Client agent : agents) {
                running.add(threads.submit(() -> {
                    go.await();
                    return agent.door().ask("POST", "/chats/" + chat + "/accept", "{}");
                }));
            }
            go.countDown();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void losersSeeWhoTookIt() {
        var maya = desk.agent("maya");
        var jonas = desk.agent("jonas");
        String chat = desk.request(desk.customer("lena"), "hello");
        jonas.hearsRequest("added", chat);
        maya.accepts(chat);
        assertThat(jonas.hearsRequest("taken", chat).at("/by/id").asText()).isEqualTo(maya.id());
        maya.hearsRequest("gone", chat);
        var refused = assertThatThrownBy(() -> jonas.accepts(chat)).isRefusedWith(Code.ALREADY_ACCEPTED);
        assertThat(refused.answer().at("/by/name").asText()).isEqualTo(maya.name());
        assertThat(jonas.requests()).isEmpty();
    }

    @Test
    void acceptingAgainAnswersTheSame() {
        var maya = desk.agent("maya");
        String chat = desk.request(desk.customer("lena"), "hello");
        JsonNode once = maya.accepts(chat);
        JsonNode again = maya.accepts(chat);
        assertThat(again).isEqualTo(once);
        assertThat(maya.kinds(chat)).containsExactly("message", "accepted");
    }

    @Test
    void agentWhoIsNotOwnerSeesNoRequestAndCannotAccept() {
        var olga = desk.agent("olga", "chat_participant");
        String chat = desk.request(desk.customer("lena"), "hello");
        assertThat(olga.requests()).isEmpty();
        assertThatThrownBy(() -> olga.accepts(chat)).isRefusedWith(Code.NOT_FOUND);
    }

    @Test
    void declinedPersonalRequestIsClosedAndTheAskerIsTold() {
        var maya = desk.agent("maya");
        var jonas = desk.agent("jonas");
        String chat = maya.asks(jonas, "lunch?");
        for (int i = 0; i < 2; i++) {
            jonas.does(chat, "decline", Json.of("reason", "in a meeting"));
        }
        assertThat(maya.hearsChat(chat, "/reason", "declined").at("/status").asText())
                .isEqualTo("closed");
        assertThat(maya.kinds(chat)).containsExactly("message", "declined", "closed");
        assertThat(maya.log(chat).get(1).get("text").asText()).isEqualTo("in a meeting");
        assertThat(jonas.requests()).isEmpty();
    }

    @Test
    void withdrawnRequestIsClosedAndGoneFromTheLists() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        String chat = desk.request(lena, "hello");
        maya.hearsRequest("added", chat);
        JsonNode once = lena.does(chat, "withdraw", Json.of());
        JsonNode again = lena.does(chat, "withdraw", Json.of());
        assertThat(again).isEqualTo(once);
        assertThat(once.get("reason").asText()).isEqualTo("withdrawn");
        maya.hearsRequest("gone", chat);
        assertThat(maya.requests()).isEmpty();
        assertThatThrownBy(() -> maya.accepts(chat)).isRefusedWith(Code.CHAT_CLOSED);
    }

    @Test
    void requestListShowsWhoAsksWhereAndTheFirstWords() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        String first = desk.request(lena, "the tent leaks");
        String second = desk.visitor("Sam", "x".repeat(300)).chat();
        assertThat(maya.requests()).containsExactly(first, second);
        JsonNode rows = maya.door().get("/requests").get("requests");
        assertThat(rows.at("/0/from/name").asText()).isEqualTo(lena.name());
        assertThat(rows.at("/0/company").asText()).isEqualTo("lena Ltd");
        assertThat(rows.at("/0/channel/id").asText()).isEqualTo(desk.channel());
        assertThat(rows.at("/0/text").asText()).isEqualTo("the tent leaks");
        assertThat(rows.at("/1/kind").asText()).isEqualTo("public");
        assertThat(rows.at("/1/text").asText()).hasSize(200);
    }

    @Test
    void agentWhoIsNotThereForOutsidersHasAnEmptyList() {
        var maya = desk.agent("maya");
        String chat = desk.request(desk.customer("lena"), "hello");
        maya.hearsRequest("added", chat);
        maya.door().put("/me/availability", Json.of("availability", "internal"));
        maya.hearsRequest("gone", chat);
        assertThat(maya.requests()).isEmpty();
        int before = maya.line().heard("request").size();
        maya.door().put("/me/availability", Json.of("availability", "external"));
        maya.line()
                .await(
                        "the request again",
                        () -> maya.line().heard("request").stream().skip(before).findFirst());
        assertThat(maya.requests()).containsExactly(chat);
    }

    @Test
    void previewShowsTheMessagesAndTheChannelMayBeChangedBeforeAccepting() {
        var maya = desk.agent("maya");
        String billing = desk.channel("Billing", Json.of());
        String chat = desk.request(desk.customer("lena"), "my invoice");
        assertThat(Json.texts(
                        maya.door().get("/chats/" + chat + "/entries?after=0").get("entries"), "/text"))
                .containsExactly("my invoice");
        maya.does(chat, "channel", Json.of("channel", billing));
        maya.hearsRequest("gone", chat);
        assertThat(maya.accepts(chat).at("/channel/id").asText()).isEqualTo(billing);
    }

    @Test
    void agentSeesWhoIsAskingAndWhatHeAskedBefore() {
        var maya = desk.agent("maya");
        var lena = desk.customer("lena");
        String earlier = desk.chat(lena, maya);
        maya.closes(earlier);
        String chat = desk.request(lena, "once more");
        JsonNode visitor = maya.door().get("/chats/" + chat + "/visitor");
        assertThat(visitor.at("/person/id").asText()).isEqualTo(lena.id());
        assertThat(visitor.get("company").asText()).isEqualTo("lena Ltd");
        assertThat(visitor.get("verified").asBoolean()).isTrue();
        assertThat(Json.texts(visitor.get("earlier"), "/id")).containsExactly(earlier);
        assertThat(visitor.at("/earlier/0/with").asText()).isEqualTo(maya.name());
        var sam = desk.visitor("Sam", "hello");
        JsonNode stranger = maya.door().get("/chats/" + sam.chat() + "/visitor");
        assertThat(stranger.at("/person/name").asText()).isEqualTo("Sam");
        assertThat(stranger.get("verified").asBoolean()).isFalse();
    }
}
