package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.EntryWriter.Post;
import dev.parley.storage.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// The writer when the database fails under it.
class WriterLaneTest {
    private static final int CHATS = 5;
    private static final int POSTS = 2_000;
    private static final int POSTS_A_KILL = 100;

    private final TestDatabase database = TestDatabase.freshDatabase();
    private final Jdbi jdbi = Jdbi.create(database.dataSource());
    private final PersonRef lena = new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.CUSTOMER_USER, "Lena");
    private final List<ChatId> chats =
            IntStream.range(0, CHATS).mapToObj(i -> new ChatId(Ids.next())).toList();
    private final WriterLane lane = new WriterLane(1, database.dataSource(), WriterLaneTest::tell);

    WriterLaneTest() {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into person (id, kind, name, created_at) values (?, 'customer_user', 'Lena', now())",
                    lena.id().value());
            chats.forEach(chat -> active(handle, chat));
        });
    }

    private void active(Handle handle, ChatId chat) {
        handle.execute("""
                insert into chat (id, channel_id, direction, status, requester_id, created_at)
                select ?, id, 'customer', 'active', ?, now() from chat_channel where is_default
                """, chat.value(), lena.id().value());
        handle.execute("""
                insert into participant (chat_id, person_id, level, state, position, since)
                values (?, ?, 'participant', 'active', 1, now())
                """, chat.value(), lena.id().value());
    }

    private static void tell(WriterLane.Batch batch) {
        for (int i = 0; i < batch.posts().size(); i++) {
            batch.posts().get(i).then().accept(batch.outcomes().get(i));
        }
    }

    @AfterEach
    void stop() {
        lane.stop();
    }

    private CompletableFuture<Outcome> posts(ChatId chat, UUID id, String text) {
        var outcome = new CompletableFuture<Outcome>();
        assertThat(lane.offer(new Post(chat, lena, id, text, false, Instant.now(), outcome::complete)))
                .isTrue();
        return outcome;
    }

    private static Outcome outcome(CompletableFuture<Outcome> waiting)
            throws InterruptedException, ExecutionException, TimeoutException {
        return waiting.get(20, TimeUnit.SECONDS);
    }

    @Test
    void messagesAreNeitherLostNorDoubledWhenTheBackendIsKilledAgainAndAgain() throws Exception {
        List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
        int killed = 0;
        for (int i = 0; i < POSTS; i++) {
            waiting.add(posts(chats.get(i % CHATS), Ids.next(), "message " + i));
            if (i % POSTS_A_KILL == POSTS_A_KILL - 1) {
                outcome(waiting.get(i - POSTS_A_KILL / 2));
                killed += killTheWriter();
            }
        }
        assertThat(killed).isPositive();
        for (CompletableFuture<Outcome> one : waiting) {
            assertThat(outcome(one)).isNotInstanceOf(Outcome.Refused.class);
        }
        for (ChatId chat : chats) {
            assertThat(numbers(chat))
                    .isEqualTo(LongStream.rangeClosed(1, POSTS / CHATS).boxed().toList());
            List<String> expected = IntStream.range(0, POSTS)
                    .filter(i -> chats.get(i % CHATS).equals(chat))
                    .mapToObj(i -> "message " + i)
                    .toList();
            assertThat(texts(chat)).isEqualTo(expected);
        }
    }

    private int killTheWriter() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                        """).mapTo(int.class).one());
    }

    @Test
    void onePoisonousMessageDoesNotFailItsBatch() throws Exception {
        ChatId chat = chats.getFirst();
        List<CompletableFuture<Outcome>> good = new ArrayList<>();
        CompletableFuture<Outcome> poison = jdbi.inTransaction(handle -> {
            // While the row is held, the first waits and the rest gathers behind it into one batch.
            handle.execute("select id from chat where id = ? for update", chat.value());
            good.add(posts(chat, Ids.next(), "before"));
            CompletableFuture<Outcome> bad = posts(chat, Ids.next(), "no database keeps \u0000 this");
            good.add(posts(chat, Ids.next(), "after"));
            good.add(posts(chats.getLast(), Ids.next(), "elsewhere"));
            return bad;
        });
        assertThat(outcome(poison)).isEqualTo(new Outcome.Refused(Code.INTERNAL, "the message could not be written"));
        for (CompletableFuture<Outcome> one : good) {
            assertThat(outcome(one)).isInstanceOf(Outcome.Stored.class);
        }
        assertThat(texts(chat)).containsExactly("before", "after");
        assertThat(outcome(posts(chat, Ids.next(), "and on"))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void theSameMessageTwiceAtOnceIsStoredOnce() throws Exception {
        ChatId chat = chats.getFirst();
        UUID id = Ids.next();
        CompletableFuture<Outcome> first = posts(chat, id, "twice");
        CompletableFuture<Outcome> second = posts(chat, id, "twice");
        List<Outcome> outcomes = List.of(outcome(first), outcome(second));
        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Stored.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Repeated.class);
        assertThat(texts(chat)).containsExactly("twice");
    }

    @Test
    void whatIsQueuedIsWrittenBeforeTheWriterStops() throws Exception {
        List<CompletableFuture<Outcome>> waiting = IntStream.range(0, 1_000)
                .mapToObj(i -> posts(chats.get(i % CHATS), Ids.next(), "message " + i))
                .toList();
        lane.stop();
        for (CompletableFuture<Outcome> one : waiting) {
            assertThat(outcome(one)).isInstanceOf(Outcome.Stored.class);
        }
        assertThat(lane.offer(
                        new Post(chats.getFirst(), lena, Ids.next(), "too late", false, Instant.now(), any -> {})))
                .isFalse();
    }

    @Test
    void whenTheDatabaseStaysAwayWhatWaitsIsRefusedAndNothingIsHeldBack() throws Exception {
        var away = new PGSimpleDataSource();
        away.setURL("jdbc:postgresql://127.0.0.1:1/nobody-listens-here");
        var cutOff = new WriterLane(2, away, WriterLaneTest::tell, Duration.ofMillis(200));
        try {
            List<CompletableFuture<Outcome>> waiting = IntStream.range(0, 5)
                    .mapToObj(i -> {
                        var outcome = new CompletableFuture<Outcome>();
                        cutOff.offer(post("message " + i, outcome::complete));
                        return outcome;
                    })
                    .toList();
            for (CompletableFuture<Outcome> one : waiting) {
                assertThat(outcome(one))
                        .isInstanceOfSatisfying(
                                Outcome.Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo(Code.UNAVAILABLE));
            }
        } finally {
            cutOff.stop();
        }
        assertThat(texts(chats.getFirst())).isEmpty();
    }

    @Test
    void whatComesBeforeTheRefusalIsHeardDoesNotOvertake() throws Exception {
        var returning = new Returning(database.dataSource());
        var lane = new WriterLane(2, returning, WriterLaneTest::tell, Duration.ofMillis(200));
        try {
            var second = new CompletableFuture<Outcome>();
            var first = new CompletableFuture<Outcome>();
            lane.offer(post("first", refused -> {
                // The database is back at this very moment, and the sender has not heard of the refusal yet.
                returning.away = false;
                lane.offer(post("second", second::complete));
                first.complete(refused);
            }));
            assertThat(outcome(first)).isInstanceOf(Outcome.Refused.class);
            assertThat(outcome(second)).isInstanceOf(Outcome.Refused.class);

            var again = new CompletableFuture<Outcome>();
            lane.offer(post("first", again::complete));
            assertThat(outcome(again)).isInstanceOf(Outcome.Stored.class);
        } finally {
            lane.stop();
        }
        assertThat(texts(chats.getFirst())).containsExactly("first");
    }

    private Post post(String text, Consumer<Outcome> then) {
        return new Post(chats.getFirst(), lena, Ids.next(), text, false, Instant.now(), then);
    }

    /// A database that cannot be reached until it is back.
    private static final class Returning extends PGSimpleDataSource {
        private final transient DataSource there;
        private volatile boolean away = true;

        Returning(DataSource there) {
            this.there = there;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("nobody listens", "08001");
            }
            return there.getConnection();
        }
    }

    private List<Long> numbers(ChatId chat) {
        return jdbi.withHandle(handle -> handle.createQuery("select seq from entry where chat_id = :chat order by seq")
                .bind("chat", chat.value())
                .mapTo(Long.class)
                .list());
    }

    private List<String> texts(ChatId chat) {
        return jdbi.withHandle(handle -> handle.createQuery("select body from entry where chat_id = :chat order by seq")
                .bind("chat", chat.value())
                .mapTo(String.class)
                .list());
    }
}
