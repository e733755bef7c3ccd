package dev.parley.chat;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// SQL on the log of entries, for everything but the hot path of messages (see [EntryWriter]).
@ApplicationScoped
class EntryStore {
    private static final String COLUMNS = """
            select e.chat_id, e.seq, e.public_seq, e.internal, e.kind, e.client_id, e.body, e.at,
                   a.id as by_id, a.kind as by_kind, a.name as by_name, m.mask,
                   s.id as who_id, s.kind as who_kind, s.name as who_name
            """;
    private static final String PEOPLE = """
              left join participant m on m.chat_id = e.chat_id and m.person_id = e.author_id
              left join person a on a.id = e.author_id
              left join person s on s.id = e.subject_id
            """;
    private static final String ENTRIES = COLUMNS + " from entry e " + PEOPLE;
    private static final String PAGES = COLUMNS + """
              from unnest(:chats, :afters) as w(id, n)
              cross join lateral (
                select * from entry where chat_id = w.id and seq > w.n order by seq limit 200) e
            """ + PEOPLE + " order by e.chat_id, e.seq";
    // An entry's seq is never below its public_seq, so the primary key finds an outsider's place as well.
    private static final String AFTER = ENTRIES + """
             where e.chat_id = :chat and e.seq > :n and (:all or (not e.internal and e.public_seq > :n))
             order by e.seq
             limit :limit
            """;
    private static final String BEFORE_AGENTS = ENTRIES + """
             where e.chat_id = :chat and e.seq < :n
             order by e.seq desc
             limit :limit
            """;
    private static final String BEFORE_EVERYONE = ENTRIES + """
             where e.chat_id = :chat and not e.internal and e.public_seq < :n
             order by e.seq desc
             limit :limit
            """;
    private static final String FIRST_WORDS = """
            select chat_id, left(body, :most) as words from entry where chat_id = any(:chats) and seq = 1
            """;
    private static final String NEXT_NUMBER = """
            update chat
               set last_seq = last_seq + 1,
                   last_public_seq = last_public_seq + case when :internal then 0 else 1 end
             where id = :chat
            returning last_seq, last_public_seq
            """;
    private static final String INSERT = """
            insert into entry (chat_id, seq, public_seq, internal, kind, author_id, subject_id, client_id, body, at)
            values (:chat, :seq, :publicSeq, :internal, :kind, :author, :subject, :clientId, :body, :at)
            """;
    private static final String MARK_READ = """
            insert into read_mark (chat_id, person_id, seq, public_seq)
            select e.chat_id, :person, e.seq, e.public_seq
              from entry e
              join participant p on p.chat_id = e.chat_id and p.person_id = :person and p.state = 'active'
             where e.chat_id = :chat
               and case when :all then e.seq = :n else e.public_seq = :n and not e.internal end
               and e.seq >= :n
             limit 1
            on conflict (chat_id, person_id) do update set seq = excluded.seq, public_seq = excluded.public_seq
             where read_mark.seq < excluded.seq
            """;

    static final RowMapper<ChatEntry> ENTRY = (row, context) -> entry(row);

    List<ChatEntry> after(Handle handle, ChatId chat, Audience audience, long n, int limit) {
        return handle.createQuery(AFTER)
                .bind("chat", chat.value())
                .bind("n", n)
                .bind("all", audience == Audience.AGENTS)
                .bind("limit", limit)
                .map(ENTRY)
                .list();
    }

    /// One page of each chat after a number of the agents' counting.
    Map<ChatId, List<ChatEntry>> pages(Handle handle, Map<ChatId, Long> after) {
        List<ChatId> chats = List.copyOf(after.keySet());
        Map<ChatId, List<ChatEntry>> pages = new HashMap<>();
        handle.createQuery(PAGES)
                .bind("chats", chats.stream().map(ChatId::value).toArray(UUID[]::new))
                .bind("afters", chats.stream().map(after::get).toArray(Long[]::new))
                .map(ENTRY)
                .forEach(entry -> pages.computeIfAbsent(entry.chat(), any -> new ArrayList<>())
                        .add(entry));
        return pages;
    }

    /// The `limit` entries before number `n`, oldest first.
    List<ChatEntry> before(Handle handle, ChatId chat, Audience audience, long n, int limit) {
        return handle.createQuery(audience == Audience.AGENTS ? BEFORE_AGENTS : BEFORE_EVERYONE)
                .bind("chat", chat.value())
                .bind("n", n)
                .bind("limit", limit)
                .map(ENTRY)
                .list()
                .reversed();
    }

    /// How these chats begin, at most so many characters of each.
    Map<ChatId, String> firstWords(Handle handle, Collection<ChatId> chats, int most) {
        Map<ChatId, String> words = new HashMap<>();
        handle.createQuery(FIRST_WORDS)
                .bind("chats", chats.stream().map(ChatId::value).toArray(UUID[]::new))
                .bind("most", most)
                .map((row, context) -> Map.entry(new ChatId(Rows.uuid(row, "chat_id")), row.getString("words")))
                .forEach(begin -> words.put(begin.getKey(), begin.getValue()));
        return words;
    }

    /// Appends a line under the chat's lock, which the caller holds, and gives its number.
    long append(Handle handle, ChatId chat, Line line, Instant at) {
        long[] numbers = handle.createQuery(NEXT_NUMBER)
                .bind("chat", chat.value())
                .bind("internal", line.internal())
                .map((row, context) -> new long[] {row.getLong("last_seq"), row.getLong("last_public_seq")})
                .one();
        handle.createUpdate(INSERT)
                .bind("chat", chat.value())
                .bind("seq", numbers[0])
                .bind("publicSeq", numbers[1])
                .bind("internal", line.internal())
                .bind("kind", line.kind().wireName())
                .bind("author", line.by().map(PersonId::value).orElse(null))
                .bind("subject", line.who().map(PersonId::value).orElse(null))
                .bind("clientId", line.clientId().orElse(null))
                .bind("body", line.text().orElse(null))
                .bind("at", at)
                .execute();
        return numbers[0];
    }

    /// Moves the read mark forward to number `n`; says whether it moved.
    boolean markRead(Handle handle, ChatId chat, PersonId person, Audience audience, long n) {
        return handle.createUpdate(MARK_READ)
                        .bind("chat", chat.value())
                        .bind("person", person.value())
                        .bind("all", audience == Audience.AGENTS)
                        .bind("n", n)
                        .execute()
                > 0;
    }

    private static ChatEntry entry(ResultSet row) throws SQLException {
        return new ChatEntry(
                new ChatId(Rows.uuid(row, "chat_id")),
                row.getLong("seq"),
                row.getLong("public_seq"),
                row.getBoolean("internal"),
                ChatEntry.Kind.of(row.getString("kind")),
                person(row, "by"),
                row.getInt("mask"),
                person(row, "who"),
                Rows.optionalUuid(row, "client_id"),
                Rows.optionalText(row, "body"),
                Rows.instant(row, "at"));
    }

    static Optional<PersonRef> person(ResultSet row, String prefix) throws SQLException {
        Optional<UUID> id = Rows.optionalUuid(row, prefix + "_id");
        return id.isEmpty() ? Optional.empty() : Optional.of(requiredPerson(row, prefix));
    }

    static PersonRef requiredPerson(ResultSet row, String prefix) throws SQLException {
        return new PersonRef(
                new PersonId(Rows.uuid(row, prefix + "_id")),
                PersonRef.Kind.valueOf(row.getString(prefix + "_kind").toUpperCase(Locale.ROOT)),
                row.getString(prefix + "_name"));
    }

    /// An entry that has no number yet.
    record Line(
            ChatEntry.Kind kind,
            boolean internal,
            Optional<PersonId> by,
            Optional<PersonId> who,
            Optional<UUID> clientId,
            Optional<String> text) {
        static Line message(PersonId by, UUID clientId, String text) {
            return new Line(
                    ChatEntry.Kind.MESSAGE,
                    false,
                    Optional.of(by),
                    Optional.empty(),
                    Optional.of(clientId),
                    Optional.of(text));
        }

        /// A system message that everyone sees.
        static Line told(ChatEntry.Kind kind, PersonId by) {
            return new Line(kind, false, Optional.of(by), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /// A system message for agents only.
        static Line internal(ChatEntry.Kind kind, PersonId by) {
            return new Line(kind, true, Optional.of(by), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /// A system message the product itself wrote.
        static Line product(ChatEntry.Kind kind) {
            return new Line(kind, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Line about(PersonId person) {
            return new Line(kind, internal, by, Optional.of(person), clientId, text);
        }

        Line saying(String words) {
            return new Line(kind, internal, by, who, clientId, Optional.of(words));
        }

        Line saying(Optional<String> words) {
            return new Line(kind, internal, by, who, clientId, words);
        }

        Line internalIf(boolean only) {
            return new Line(kind, only, by, who, clientId, text);
        }
    }
}
