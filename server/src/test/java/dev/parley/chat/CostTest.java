package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.EntryWriter.Post;
import dev.parley.storage.TestDatabase;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// What writing and opening a chat cost, in figures that no neighbour's load moves: commits, round trips, bytes, rows.
class CostTest {
    private static final int CHATS = 100;
    private static final int MESSAGES = 10_000;
    private static final int THOUSANDS = MESSAGES / 1_000;
    private static final int MOST_COMMITS = 50;
    private static final long MOST_BYTES_A_MESSAGE = 4_000;
    private static final int LONG = 10_000;
    private static final int PAGE = 50;
    // The page with its authors, the unread messages that are counted (at most 100 a participant), the few rows about
    // the chat; and small tables are read as a whole, some of them more than once. A long chat has ten times as many.
    private static final long MOST_ROWS = 2 * PAGE + 100 + 5 * CHATS + 50;
    private static final String BODY = "x".repeat(120);
    private static final String ROWS = """
            select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) from pg_stat_xact_user_tables
            """;

    private final TestDatabase database = TestDatabase.freshDatabase();
    private final Jdbi jdbi = Jdbi.create(database.dataSource()).registerArrayType(UUID.class, "uuid");
    private final PersonRef lena = new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.CUSTOMER_USER, "Lena");
    private final List<ChatId> chats =
            IntStream.range(0, CHATS).mapToObj(i -> new ChatId(Ids.next())).toList();

    CostTest() {
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

    @Test
    void thousandMessagesTakeFewCommitsAndRoundTripsAndLittleMemory() throws InterruptedException {
        var trips = new AtomicInteger();
        var writer = new AtomicLong();
        long commits = commits();
        var lane = new WriterLane(1, counting(database.dataSource(), trips), CostTest::tell);
        write(lane, writer);
        trips.set(0);
        long bytes = allocated(writer.get());
        write(lane, writer);
        bytes = allocated(writer.get()) - bytes;
        int taken = trips.get();
        // A session tells its commits when it ends.
        lane.stop();
        assertThat(taken / THOUSANDS).as("round trips per 1,000").isBetween(1, MOST_COMMITS);
        assertThat(bytes / MESSAGES).as("bytes a message").isBetween(1L, MOST_BYTES_A_MESSAGE);
        assertThat((commits() - commits) / (2 * THOUSANDS))
                .as("commits per 1,000")
                .isLessThanOrEqualTo(MOST_COMMITS);
    }

    /// All at once, as in a storm: what waits while one batch is committed is the next.
    private void write(WriterLane lane, AtomicLong writer) throws InterruptedException {
        var open = new CountDownLatch(MESSAGES);
        for (int i = 0; i < MESSAGES; i++) {
            var post = new Post(chats.get(i % CHATS), lena, Ids.next(), BODY, false, Instant.now(), outcome -> {
                assertThat(outcome).isInstanceOf(Outcome.Stored.class);
                writer.set(Thread.currentThread().threadId());
                open.countDown();
            });
            assertThat(lane.offer(post)).isTrue();
        }
        assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void tell(WriterLane.Batch batch) {
        for (int i = 0; i < batch.posts().size(); i++) {
            batch.posts().get(i).then().accept(batch.outcomes().get(i));
        }
    }

    private static long allocated(long thread) {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(thread);
    }

    private long commits() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select xact_commit from pg_stat_database where datname = current_database()")
                .mapTo(Long.class)
                .one());
    }

    /// Counts whatever is sent to the database by a prepared statement.
    private static DataSource counting(DataSource source, AtomicInteger trips) {
        return watched(
                DataSource.class,
                source,
                (name, result) -> result instanceof Connection connection
                        ? watched(
                                Connection.class,
                                connection,
                                (method, made) -> made instanceof PreparedStatement statement
                                        ? watched(PreparedStatement.class, statement, (execute, answer) -> {
                                            trips.addAndGet(execute.startsWith("execute") ? 1 : 0);
                                            return answer;
                                        })
                                        : made)
                        : result);
    }

    private interface After {
        Object result(String method, Object result);
    }

    private static <T> T watched(Class<T> type, T watched, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    try {
                        return after.result(method.getName(), method.invoke(watched, given));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    @Test
    void openingAChatReadsAsFewRowsHoweverLongItIs() {
        ChatId longOne = chats.getFirst();
        fills(longOne, LONG);
        chats.stream().skip(1).forEach(chat -> fills(chat, PAGE));
        jdbi.useHandle(handle -> handle.execute("analyze"));
        assertThat(rowsToOpen(chats.getLast())).isBetween(1L, MOST_ROWS);
        assertThat(rowsToOpen(longOne)).isBetween(1L, MOST_ROWS);
    }

    private void fills(ChatId chat, int entries) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into entry (chat_id, seq, public_seq, internal, kind, author_id, client_id, body, at)
                    select ?, n, n, false, 'message', ?, gen_random_uuid(), ?, now() from generate_series(1, ?) n
                    """, chat.value(), Ids.next(), BODY, entries);
            handle.execute(
                    "update chat set last_seq = ?, last_public_seq = ? where id = ?", entries, entries, chat.value());
        });
    }

    private long rowsToOpen(ChatId chat) {
        return jdbi.inTransaction(handle -> {
            assertThat(new ChatStore().chat(handle, chat)).isPresent();
            assertThat(new EntryStore().before(handle, chat, Audience.AGENTS, Long.MAX_VALUE, PAGE))
                    .hasSize(PAGE);
            return handle.createQuery(ROWS).mapTo(Long.class).one();
        });
    }
}
