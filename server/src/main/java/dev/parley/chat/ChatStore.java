package dev.parley.chat;

import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.channel.Direction;
import dev.parley.storage.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL that reads chats with their participants.
@ApplicationScoped
class ChatStore {
    private static final String LOCK = "select id from chat where id = :chat for update";
    private static final String CHATS = """
            select c.id, c.channel_id, coalesce(c.told_channel_id, c.channel_id) as told_channel_id, c.direction, c.status, c.reason, c.continues_id, c.version, c.last_seq,
                   c.last_public_seq, c.created_at, c.accepted_at, c.closed_at, c.note_left_at,
                   r.id as requester_id, r.kind as requester_kind, r.name as requester_name,
                   d.id as addressee_id, d.kind as addressee_kind, d.name as addressee_name,
                   x.id as accepted_id, x.kind as accepted_kind, x.name as accepted_name,
                   g.person_id as rated_by, g.score, g.comment, g.at as rated_at
              from chat c
              join person r on r.id = c.requester_id
              left join person d on d.id = c.addressee_id
              left join person x on x.id = c.accepted_by
              left join rating g on g.chat_id = c.id
             where c.id = any(:ids)
            """;
    private static final String PARTICIPANTS = """
            select p.chat_id, p.level, p.state, p.note, p.since, p.since_seq, p.since_public_seq, p.gone_at,
                   p.monitoring, p.mask,
                   w.id as person_id, w.kind as person_kind, w.name as person_name,
                   i.id as inviter_id, i.kind as inviter_kind, i.name as inviter_name,
                   coalesce(m.seq, 0) as read_seq, coalesce(m.public_seq, 0) as read_public_seq,
                   (select count(*)
                      from (select 1 from entry e
                             where e.chat_id = p.chat_id and e.seq > coalesce(m.seq, 0) and e.kind = 'message'
                               and e.author_id <> p.person_id and (w.kind = 'agent' or not e.internal)
                             limit 100) unread) as unread
              from participant p
              join person w on w.id = p.person_id
              left join person i on i.id = p.invited_by
              left join read_mark m on m.chat_id = p.chat_id and m.person_id = p.person_id
             where p.chat_id = any(:ids)
             order by p.position
            """;
    private static final String LAST = """
            select e.chat_id, e.seq, e.public_seq, e.internal, e.kind, e.client_id, e.body, e.at,
                   a.id as by_id, a.kind as by_kind, a.name as by_name, m.mask,
                   s.id as who_id, s.kind as who_kind, s.name as who_name
              from unnest(:ids) as c(id)
              cross join lateral (
                (select * from entry where chat_id = c.id order by seq desc limit 1)
                union
                (select * from entry where chat_id = c.id and not internal order by seq desc limit 1)) e
              left join participant m on m.chat_id = e.chat_id and m.person_id = e.author_id
              left join person a on a.id = e.author_id
              left join person s on s.id = e.subject_id
             order by e.seq
            """;
    private static final String OPEN_OF = """
            select p.person_id, p.chat_id
              from participant p
              join chat c on c.id = p.chat_id and c.status <> 'closed'
             where p.person_id = any(:people) and p.state in ('invited', 'active')
            """;
    private static final String PAGE_OF = """
            select p.chat_id
              from participant p
              join chat c on c.id = p.chat_id
             where p.person_id = :person and p.state <> 'declined'
               and (:status = 'all' or (c.status = 'closed') = (:status = 'closed'))
               and (cast(:before as uuid) is null or c.id < :before)
             order by c.id desc
             limit :limit
            """;
    private static final String REQUESTS = """
            select c.id
              from chat c
             where c.status = 'request' and c.direction in ('customer', 'public') and c.channel_id = any(:channels)
            union
            select p.chat_id
              from participant p
              join chat c on c.id = p.chat_id and c.status <> 'closed'
             where p.person_id = :person and p.state = 'invited'
            """;
    private static final String WAITING = """
            select c.id
              from chat c
             where c.status = 'request' and c.direction in ('customer', 'public')
               and c.created_at > :after and c.created_at <= :before
             order by c.created_at, c.id
             limit :most
            """;
    private static final String GOING_ON = """
            select c.id
              from chat c
             where c.status = 'active' and c.direction <> 'agent_agent' and c.channel_id = any(:channels)
             order by c.accepted_at, c.id
            """;
    private static final String OF_OUTSIDERS = """
            select c.id
              from (select id, created_at from chat where requester_id = any(:people)
                    union all
                    select id, created_at from chat where addressee_id = any(:people)) c
             where cast(:before as uuid) is null
                or (c.created_at, c.id) < ((select created_at from chat where id = :before), :before)
             order by c.created_at desc, c.id desc
             limit :limit
            """;

    /// Holds the chat's row until the transaction ends; false if there is no such chat.
    boolean lock(Handle handle, ChatId chat) {
        return handle.createQuery(LOCK)
                .bind("chat", chat.value())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    Optional<Chat> chat(Handle handle, ChatId chat) {
        return chats(handle, List.of(chat.value())).stream().findFirst();
    }

    /// Chats of the person that are not closed, as participant or as invited.
    List<Chat> openOf(Handle handle, PersonId person) {
        return openOf(handle, Set.of(person)).getOrDefault(person, List.of());
    }

    /// The same for many people, in the statements of one: a chat that several of them share is read once.
    Map<PersonId, List<Chat>> openOf(Handle handle, Collection<PersonId> people) {
        Map<UUID, List<PersonId>> concerned = new LinkedHashMap<>();
        handle.createQuery(OPEN_OF)
                .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .map((row, context) -> Map.entry(Rows.uuid(row, "chat_id"), new PersonId(Rows.uuid(row, "person_id"))))
                .forEach(p -> concerned.merge(p.getKey(), List.of(p.getValue()), ChatStore::joined));
        Map<PersonId, List<Chat>> open = new HashMap<>();
        for (Chat chat : chats(handle, List.copyOf(concerned.keySet()))) {
            for (PersonId person : concerned.getOrDefault(chat.id().value(), List.of())) {
                open.merge(person, List.of(chat), ChatStore::joined);
            }
        }
        return open;
    }

    /// Chats the person takes or took part in, newest first. `status` is `open`, `closed` or `all`.
    List<Chat> pageOf(Handle handle, PersonId person, String status, Optional<ChatId> before, int limit) {
        return chats(
                handle,
                handle.createQuery(PAGE_OF)
                        .bind("person", person.value())
                        .bind("status", status)
                        .bind("before", before.map(ChatId::value).orElse(null))
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /// Requests to the desk in `channels`, and what is addressed to the person himself.
    List<Chat> requests(Handle handle, PersonId person, Collection<ChannelId> channels) {
        return chats(
                handle,
                handle.createQuery(REQUESTS)
                        .bind("person", person.value())
                        .bind("channels", array(channels))
                        .mapTo(UUID.class)
                        .list());
    }

    /// Chats with an outsider that are going on in `channels`, the longest first.
    List<Chat> goingOn(Handle handle, Collection<ChannelId> channels) {
        return chats(
                handle,
                handle.createQuery(GOING_ON)
                        .bind("channels", array(channels))
                        .mapTo(UUID.class)
                        .list());
    }

    private static UUID[] array(Collection<ChannelId> channels) {
        return channels.stream().map(ChannelId::value).toArray(UUID[]::new);
    }

    /// Requests to the desk that were asked for in this time.
    List<Chat> waiting(Handle handle, Instant after, Instant before, int most) {
        return chats(
                handle,
                handle.createQuery(WAITING)
                        .bind("after", after)
                        .bind("before", before)
                        .bind("most", most)
                        .mapTo(UUID.class)
                        .list());
    }

    /// Chats that these people from outside asked for, or were asked for, newest first.
    List<Chat> ofOutsiders(Handle handle, Collection<PersonId> people, Optional<ChatId> before, int limit) {
        return chats(
                handle,
                handle.createQuery(OF_OUTSIDERS)
                        .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                        .bind("before", before.map(ChatId::value).orElse(null))
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /// The chats of these ids in this order; unknown ids are left out.
    private List<Chat> chats(Handle handle, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        UUID[] array = ids.toArray(UUID[]::new);
        Map<UUID, List<Participant>> participants = participants(handle, array);
        Map<UUID, List<ChatEntry>> last = last(handle, array);
        Map<UUID, Chat> found = new HashMap<>();
        handle.createQuery(CHATS)
                .bind("ids", array)
                .map((row, context) -> chat(row, participants, last))
                .forEach(chat -> found.put(chat.id().value(), chat));
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<UUID, List<ChatEntry>> last(Handle handle, UUID[] ids) {
        Map<UUID, List<ChatEntry>> last = new HashMap<>();
        handle.createQuery(LAST)
                .bind("ids", ids)
                .map(EntryStore.ENTRY)
                .forEach(e -> last.merge(e.chat().value(), List.of(e), ChatStore::joined));
        return last;
    }

    private static Map<UUID, List<Participant>> participants(Handle handle, UUID[] ids) {
        Map<UUID, List<Participant>> participants = new HashMap<>();
        handle.createQuery(PARTICIPANTS)
                .bind("ids", ids)
                .map((row, context) -> Map.entry(Rows.uuid(row, "chat_id"), participant(row)))
                .forEach(p -> participants.merge(p.getKey(), List.of(p.getValue()), ChatStore::joined));
        return participants;
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                EntryStore.requiredPerson(row, "person"),
                Level.of(row.getString("level")),
                Participant.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Rows.optionalText(row, "note"),
                EntryStore.person(row, "inviter"),
                Rows.instant(row, "since"),
                new Chat.Numbers(row.getLong("since_seq"), row.getLong("since_public_seq")),
                Rows.optionalInstant(row, "gone_at"),
                new Participant.Read(row.getLong("read_seq"), row.getLong("read_public_seq"), row.getInt("unread")),
                Participant.Monitoring.of(row.getString("monitoring")).orElseThrow(),
                row.getInt("mask"));
    }

    private static Chat chat(ResultSet row, Map<UUID, List<Participant>> participants, Map<UUID, List<ChatEntry>> last)
            throws SQLException {
        UUID id = Rows.uuid(row, "id");
        List<ChatEntry> newest = last.getOrDefault(id, List.of());
        return new Chat(
                new ChatId(id),
                new ChannelId(Rows.uuid(row, "channel_id")),
                new ChannelId(Rows.uuid(row, "told_channel_id")),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                Chat.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Rows.optionalText(row, "reason").map(r -> Chat.Reason.valueOf(r.toUpperCase(Locale.ROOT))),
                EntryStore.requiredPerson(row, "requester"),
                EntryStore.person(row, "addressee"),
                EntryStore.person(row, "accepted"),
                Rows.optionalUuid(row, "continues_id").map(ChatId::new),
                new Chat.Head(row.getLong("version"), row.getLong("last_seq"), row.getLong("last_public_seq")),
                new Chat.Times(
                        Rows.instant(row, "created_at"),
                        Rows.optionalInstant(row, "accepted_at"),
                        Rows.optionalInstant(row, "closed_at"),
                        Rows.optionalInstant(row, "note_left_at")),
                participants.getOrDefault(id, List.of()),
                newest.isEmpty() ? Optional.empty() : Optional.of(newest.getLast()),
                newest.stream().filter(e -> !e.internal()).reduce((older, newer) -> newer),
                rating(row));
    }

    private static Optional<Chat.Rating> rating(ResultSet row) throws SQLException {
        Optional<UUID> by = Rows.optionalUuid(row, "rated_by");
        if (by.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chat.Rating(
                new PersonId(by.get()),
                row.getInt("score"),
                Rows.optionalText(row, "comment"),
                Rows.instant(row, "rated_at")));
    }
}
