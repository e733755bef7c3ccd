package dev.parley.chat;

import dev.parley.base.Code;
import dev.parley.base.PersonRef;
import dev.parley.chat.EntryWriter.Post;
import dev.parley.storage.Rows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The hot write: appends messages of many chats in two statements and one commit, which travel together in one round
/// trip, on a connection of its own. Owned by one writer's thread.
final class EntryBatch implements AutoCloseable {
    // In id order, so that two nodes that lock the same chats wait for each other instead of dying together.
    private static final String LOCK = "select id from chat where id = any(?) order by id for update";

    // A statement of its own after the lock: it must see what was committed while we waited. It judges (state, right,
    // repeat), numbers and inserts what is new, and moves the chats' counters.
    private static final String APPEND = """
            with want as (
                select *
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[])
                       with ordinality as w(chat_id, author_id, client_id, body, internal, at, place)
            ), judged as (
                select w.*, c.last_seq, c.last_public_seq,
                       e.seq as old_seq, e.public_seq as old_public_seq, e.at as old_at,
                       case when e.seq is not null and e.body = w.body and e.internal = w.internal then 'repeat'
                            when e.seq is not null then 'id_reused'
                            when p.state is null or p.state in ('invited', 'declined') then 'not_found'
                            when c.status = 'closed' then 'chat_closed'
                            when p.state <> 'active' or p.level = 'observer' then 'forbidden'
                            when c.status = 'request' and c.requester_id <> w.author_id then 'not_accepted'
                            else 'new' end as verdict, p.mask
                  from want w
                  left join chat c on c.id = w.chat_id
                  left join participant p on p.chat_id = w.chat_id and p.person_id = w.author_id
                  left join entry e on e.chat_id = w.chat_id and e.author_id = w.author_id
                                   and e.client_id = w.client_id
            ), numbered as (
                select *,
                       last_seq + count(*) filter (where verdict = 'new') over chat_so_far as seq,
                       last_public_seq
                           + count(*) filter (where verdict = 'new' and not internal) over chat_so_far as public_seq
                  from judged
                window chat_so_far as (partition by chat_id order by place)
            ), inserted as (
                insert into entry (chat_id, seq, public_seq, internal, kind, author_id, client_id, body, at)
                select chat_id, seq, public_seq, internal, 'message', author_id, client_id, body, at
                  from numbered
                 where verdict = 'new'
            ), counted as (
                update chat c
                   set last_seq = n.seq, last_public_seq = n.public_seq, idle_warned = false
                  from (select chat_id, max(seq) as seq, max(public_seq) as public_seq
                          from numbered where verdict = 'new' group by chat_id) n
                 where c.id = n.chat_id
            )
            select place, verdict, coalesce(old_seq, seq) as seq, coalesce(old_public_seq, public_seq) as public_seq,
                   coalesce(old_at, at) as at, mask
              from numbered
            """;

    // The statement's plan is made once for all batches; these keep it on the indexes whatever the tables held at
    // that time.
    private static final String PLAN_FOR_GROWTH = """
            set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
            set plan_cache_mode = force_generic_plan; set jit = off
            """;

    private final Connection connection;
    private final PreparedStatement lockAndAppend;

    EntryBatch(DataSource source) throws SQLException {
        connection = source.getConnection();
        try {
            try (var settings = connection.createStatement()) {
                settings.execute(PLAN_FOR_GROWTH);
            }
            // Both are sent at once, and what is sent at once is one transaction, committed at its end.
            connection.setAutoCommit(true);
            lockAndAppend = connection.prepareStatement(LOCK + ";" + APPEND);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /// Appends `posts` in this order and commits; gives each one's outcome. On an exception nothing is known of the
    /// commit: repeating the same posts is safe.
    List<Outcome> write(List<Post> posts) throws SQLException {
        bind(posts);
        lockAndAppend.execute();
        lockAndAppend.getMoreResults();
        @Nullable Outcome[] outcomes = new Outcome[posts.size()];
        try (ResultSet rows = lockAndAppend.getResultSet()) {
            while (rows.next()) {
                int place = rows.getInt("place") - 1;
                outcomes[place] = outcome(posts.get(place), rows);
            }
        }
        return new ArrayList<>(Arrays.asList(outcomes));
    }

    private void bind(List<Post> posts) throws SQLException {
        Object[] chats = posts.stream().map(p -> p.chat().value()).toArray();
        lockAndAppend.setArray(1, array("uuid", Arrays.stream(chats).distinct().toArray()));
        lockAndAppend.setArray(2, array("uuid", chats));
        lockAndAppend.setArray(3, column("uuid", posts, p -> p.by().id().value()));
        lockAndAppend.setArray(4, column("uuid", posts, Post::clientId));
        lockAndAppend.setArray(5, column("text", posts, Post::text));
        lockAndAppend.setArray(6, column("boolean", posts, Post::internal));
        lockAndAppend.setArray(7, column("timestamptz", posts, p -> Timestamp.from(p.at())));
    }

    private static Outcome outcome(Post post, ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return switch (verdict) {
            case "new" ->
                new Outcome.Stored(entry(post, row.getLong("seq"), row.getLong("public_seq"), row.getInt("mask")));
            case "repeat" ->
                new Outcome.Repeated(row.getLong("seq"), row.getLong("public_seq"), Rows.instant(row, "at"));
            case "id_reused" -> new Outcome.Refused(Code.ID_REUSED, "this id was used for another text");
            case "chat_closed" -> new Outcome.Refused(Code.CHAT_CLOSED, "the chat is closed");
            case "forbidden" -> new Outcome.Refused(Code.FORBIDDEN, "only contributors write");
            case "not_accepted" -> new Outcome.Refused(Code.NOT_ACCEPTED, "the chat is not accepted yet");
            default -> new Outcome.Refused(Code.NOT_FOUND, "no such chat");
        };
    }

    private static ChatEntry entry(Post post, long seq, long publicSeq, int mask) {
        Optional<PersonRef> nobody = Optional.empty();
        return new ChatEntry(
                post.chat(),
                seq,
                publicSeq,
                post.internal(),
                ChatEntry.Kind.MESSAGE,
                Optional.of(post.by()),
                mask,
                nobody,
                Optional.of(post.clientId()),
                Optional.of(post.text()),
                post.at());
    }

    private Array column(String type, List<Post> posts, Function<Post, Object> value) throws SQLException {
        return array(type, posts.stream().map(value).toArray());
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /// Hands the connection back to the pool as it came.
    @Override
    public void close() throws SQLException {
        try (connection) {
            try (var settings = connection.createStatement()) {
                settings.execute("reset all");
            }
        }
    }
}
