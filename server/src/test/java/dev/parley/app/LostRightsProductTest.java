package dev.parley.app;

import static dev.parley.app.Refused.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unlimited.class)
class LostRightsProductTest {
    @Inject
    Product product;

    @Inject
    Database database;

    private Desk desk;
    private Client maya;
    private Client jonas;
    private Client lena;
    private String chat;

    @BeforeEach
    void twoAgentsInAChat() {
        desk = product.desk();
        maya = desk.agent("maya");
        jonas = desk.agent("jonas");
        lena = desk.customer("lena");
        chat = desk.chat(lena, maya);
        maya.invites(chat, jonas);
        jonas.accepts(chat);
    }

    private void permits(Client agent, List<String> permissions) {
        UUID id = UUID.fromString(agent.id());
        database.change(tx -> {
            List<UUID> groups = tx.handle()
                    .createQuery("select distinct group_id from permission where agent_id = :agent")
                    .bind("agent", id)
                    .mapTo(UUID.class)
                    .list();
            tx.handle().execute("delete from permission where agent_id = ?", id);
            groups.forEach(group -> permissions.forEach(permission ->
                    tx.handle().execute("insert into permission values (?, ?, ?)", id, group, permission)));
            tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, id));
        });
    }

    @Test
    void whoLosesThePermissionToWriteOnlyObserves() {
        permits(jonas, List.of("chat_observer"));
        maya.hearsChat(chat, "/participants/2/level", "observer");
        assertThatThrownBy(() -> jonas.posts(chat, "still here")).isRefusedWith(Code.FORBIDDEN);
        assertThat(lena.kinds(chat)).endsWith("left");
        assertThat(jonas.may(chat)).contains("read").doesNotContain("post", "note", "close");
    }

    @Test
    void whoHoldsNothingInTheChannelAChatIsMovedToIsOutOfIt() {
        String elsewhere = product.desk().channel();
        permitsEverywhere(maya, "chat_participant");
        maya.does(chat, "channel", Json.of("channel", elsewhere));
        assertThat(lena.kinds(chat)).endsWith("channel_changed", "left");
        assertThat(maya.kinds(chat)).endsWith("channel_changed", "level_changed", "left");
        assertThatThrownBy(() -> jonas.posts(chat, "still here")).isRefusedWith(Code.FORBIDDEN);
        assertThat(maya.chat(chat).at("/my/level").asText()).isEqualTo("participant");
        assertThatThrownBy(() -> maya.leaves(chat)).isRefusedWith(Code.LAST_CONTRIBUTOR);
        maya.posts(chat, "I am still here");
        assertThat(lena.sees(chat)).endsWith("I am still here");
    }

    private void permitsEverywhere(Client agent, String permission) {
        UUID id = UUID.fromString(agent.id());
        database.change(tx -> {
            tx.handle().execute("""
                    insert into permission select ?, id, ? from group_
                     where id not in (select group_id from permission where agent_id = ?)
                    """, id, permission, id);
            tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, id));
        });
    }

    @Test
    void chatsThatMayBeReadNoLongerDoNotEndTheListOfChats() {
        String amongUs = jonas.asks(maya, "one of us");
        for (int i = 0; i < 2; i++) {
            desk.chat(lena, jonas);
        }
        permits(jonas, List.of());
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = jonas.door().get("/chats?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            found.addAll(Json.texts(page.get("chats"), "/id"));
            cursor = page.path("cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(found).containsExactly(amongUs);
    }

    @Test
    void whoLosesEveryPermissionIsOutAndSeesNothingMore() {
        permits(jonas, List.of());
        jonas.line()
                .hears(
                        "chat",
                        frame -> frame.at("/chat/id").asText().equals(chat)
                                && frame.at("/chat/my/may").isEmpty()
                                && frame.at("/chat/my/state").asText().equals("left"));
        assertThatThrownBy(() -> jonas.posts(chat, "still here")).isRefusedWith(Code.FORBIDDEN);
        assertThatThrownBy(() -> jonas.door().get("/chats/" + chat + "/entries"))
                .isRefusedWith(Code.FORBIDDEN);
        int heard = jonas.line().heard("entry").size();
        maya.posts(chat, "among us");
        assertThat(lena.sees(chat)).endsWith("among us");
        assertThat(jonas.line().heard("entry")).hasSize(heard);
    }
}
