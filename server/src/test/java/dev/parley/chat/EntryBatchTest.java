package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.EntryWriter.Post;
import dev.parley.storage.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryBatchTest {
    private static final Instant AT = Instant.parse("2025-10-14T08:42:00.123Z");

    private final TestDatabase database = TestDatabase.freshDatabase();
    private final Jdbi jdbi = Jdbi.create(database.dataSource());
    private final PersonRef lena = person(PersonRef.Kind.CUSTOMER_USER, "Lena");
    private final PersonRef maya = person(PersonRef.Kind.AGENT, "Maya");
    private final PersonRef boss = person(PersonRef.Kind.AGENT, "Boss");
    private EntryBatch batch;

    @BeforeEach
    void open() throws SQLException {
        batch = new EntryBatch(database.dataSource());
    }

    @AfterEach
    void close() throws SQLException {
        batch.close();
    }

    private PersonRef person(PersonRef.Kind kind, String name) {
        PersonId id = new PersonId(Ids.next());
        jdbi.useHandle(h -> h.execute(
                "insert into person (id, kind, name, created_at) values (?, ?, ?, now())",
                id.value(),
                kind.wireName(),
                name));
        return new PersonRef(id, kind, name);
    }

    private ChatId activeChat() {
        UUID group = Ids.next();
        UUID channel = Ids.next();
        ChatId chat = new ChatId(Ids.next());
        jdbi.useHandle(h -> {
            h.execute("insert into group_ (id, name) values (?, ?)", group, group.toString());
            h.execute(
                    "insert into chat_channel (id, name, group_id) values (?, ?, ?)",
                    channel,
                    channel.toString(),
                    group);
            h.execute("""
                    insert into chat (id, channel_id, direction, status, requester_id, created_at)
                    values (?, ?, 'customer', 'active', ?, now())
                    """, chat.value(), channel, lena.id().value());
            takesPart(chat, lena, "participant", "active");
            takesPart(chat, maya, "owner", "active");
        });
        return chat;
    }

    private void takesPart(ChatId chat, PersonRef person, String level, String state) {
        jdbi.useHandle(h -> h.execute(
                "insert into participant (chat_id, person_id, level, state, position, since) values (?, ?, ?, ?, 1, now())",
                chat.value(),
                person.id().value(),
                level,
                state));
    }

    private static Post post(ChatId chat, PersonRef by, UUID id, String text, boolean internal) {
        return new Post(chat, by, id, text, internal, AT, outcome -> {});
    }

    private static Post post(ChatId chat, PersonRef by, String text) {
        return post(chat, by, Ids.next(), text, false);
    }

    private static Code code(Outcome outcome) {
        return ((Outcome.Refused) outcome).code();
    }

    private static List<Long> seqs(List<Outcome> outcomes) {
        return outcomes.stream().map(o -> ((Outcome.Stored) o).entry().seq()).toList();
    }

    @Test
    void numbersEachChatOnItsOwnInTheOrderOfThePosts() throws SQLException {
        ChatId one = activeChat();
        ChatId two = activeChat();
        List<Outcome> outcomes = batch.write(
                List.of(post(one, lena, "a"), post(two, maya, "b"), post(one, maya, "c"), post(one, lena, "d")));
        assertThat(seqs(outcomes)).containsExactly(1L, 1L, 2L, 3L);
        assertThat(seqs(batch.write(List.of(post(one, lena, "e"))))).containsExactly(4L);
    }

    @Test
    void internalNotesLeaveNoHoleForOutsiders() throws SQLException {
        ChatId chat = activeChat();
        List<Outcome> outcomes = batch.write(List.of(
                post(chat, lena, "question"), post(chat, maya, Ids.next(), "note", true), post(chat, maya, "answer")));
        assertThat(outcomes)
                .extracting(o -> ((Outcome.Stored) o).entry().publicSeq())
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void aRepeatBurnsNoNumberAndGetsTheOldOne() throws SQLException {
        ChatId chat = activeChat();
        UUID id = Ids.next();
        batch.write(List.of(post(chat, lena, id, "hello", false)));
        batch.write(List.of(post(chat, lena, "more")));
        Outcome again =
                batch.write(List.of(post(chat, lena, id, "hello", false))).getFirst();
        assertThat(again).isEqualTo(new Outcome.Repeated(1, 1, AT));
        assertThat(seqs(batch.write(List.of(post(chat, lena, "next"))))).containsExactly(3L);
    }

    @Test
    void theSameIdWithOtherTextIsRefused() throws SQLException {
        ChatId chat = activeChat();
        UUID id = Ids.next();
        batch.write(List.of(post(chat, lena, id, "hello", false)));
        assertThat(code(batch.write(List.of(post(chat, lena, id, "good bye", false)))
                        .getFirst()))
                .isEqualTo(Code.ID_REUSED);
    }

    @Test
    void twoPeopleMayUseTheSameId() throws SQLException {
        ChatId chat = activeChat();
        UUID id = Ids.next();
        List<Outcome> outcomes =
                batch.write(List.of(post(chat, lena, id, "hello", false), post(chat, maya, id, "hi", false)));
        assertThat(seqs(outcomes)).containsExactly(1L, 2L);
    }

    @Test
    void judgesWhoMayWrite() throws SQLException {
        ChatId chat = activeChat();
        takesPart(chat, boss, "observer", "active");
        PersonRef invited = person(PersonRef.Kind.AGENT, "Invited");
        takesPart(chat, invited, "participant", "invited");
        PersonRef stranger = person(PersonRef.Kind.CUSTOMER_USER, "Stranger");
        List<Outcome> outcomes = batch.write(List.of(
                post(chat, boss, "an observer"),
                post(chat, invited, "not in yet"),
                post(chat, stranger, "who am I"),
                post(new ChatId(Ids.next()), lena, "no such chat"),
                post(chat, lena, "fine")));
        assertThat(outcomes.subList(0, 4))
                .extracting(EntryBatchTest::code)
                .containsExactly(Code.FORBIDDEN, Code.NOT_FOUND, Code.NOT_FOUND, Code.NOT_FOUND);
        assertThat(seqs(outcomes.subList(4, 5))).containsExactly(1L);
    }

    @Test
    void refusesWhatComesAfterTheEndButKnowsItsRepeats() throws SQLException {
        ChatId chat = activeChat();
        UUID id = Ids.next();
        batch.write(List.of(post(chat, lena, id, "in time", false)));
        jdbi.useHandle(h -> h.execute(
                "update chat set status = 'closed', reason = 'closed', closed_at = now() where id = ?", chat.value()));
        List<Outcome> outcomes =
                batch.write(List.of(post(chat, lena, "too late"), post(chat, lena, id, "in time", false)));
        assertThat(code(outcomes.getFirst())).isEqualTo(Code.CHAT_CLOSED);
        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Repeated(1, 1, AT));
    }

    @Test
    void onlyTheRequesterWritesBeforeTheChatIsAccepted() throws SQLException {
        ChatId chat = activeChat();
        jdbi.useHandle(h -> h.execute("update chat set status = 'request' where id = ?", chat.value()));
        List<Outcome> outcomes = batch.write(List.of(post(chat, lena, "one more thing"), post(chat, maya, "hello?")));
        assertThat(seqs(outcomes.subList(0, 1))).containsExactly(1L);
        assertThat(code(outcomes.getLast())).isEqualTo(Code.NOT_ACCEPTED);
    }
}
