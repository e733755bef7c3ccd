package dev.parley.access;

import dev.parley.base.CustomerId;
import dev.parley.base.GroupId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.SessionId;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL on sessions.
@Singleton
class SessionStore {
    /// The caller behind a token with all that decides what he may do, in one statement: when thousands of sockets
    /// come back at once, each costs one round trip.
    private static final String FIND = """
            select s.id, s.token_hash, s.person_id, s.used_at, s.expires_at, s.ended_at, p.kind, p.name,
                   coalesce(a.valid, u.valid and c.valid, true) as valid, coalesce(a.admin, false) as admin, u.customer_id,
                   (select string_agg(r.group_id || ' ' || substr(r.permission, 6), ',')
                      from permission r join group_ g on g.id = r.group_id and g.valid
                     where r.agent_id = a.id and r.permission like 'chat_%') as levels
              from session s
              join person p on p.id = s.person_id
              left join agent a on a.id = p.id
              left join customer_user u on u.id = p.id
              left join customer c on c.id = u.customer_id
             where s.token_hash in (select decode(h, 'hex') from unnest(:hashes) as t(h))
            """;
    private static final String START = """
            insert into session (id, token_hash, person_id, created_at, used_at, expires_at, device)
            values (:id, :hash, :person, :at, :at, :expires, :device)
            """;
    private static final String USED = """
            update session s
               set used_at = :at,
                   expires_at = case when p.kind = 'public_user' then :prolonged else s.expires_at end
              from person p
             where s.id = :id and p.id = s.person_id and s.ended_at is null
            """;
    private static final String END = """
            update session set ended_at = :at
             where id = :id and person_id = :person and ended_at is null
            """;
    private static final String END_ALL = """
            update session set ended_at = :at
             where person_id = :person and ended_at is null
            returning id
            """;
    private static final String END_OTHERS = """
            update session set ended_at = :at
             where person_id = :person and id <> :kept and ended_at is null
            returning id
            """;
    private static final String END_OVER = """
            update session s set ended_at = :at
              from person p
             where s.ended_at is null and p.id = s.person_id
               and (s.expires_at <= :at
                    or p.kind = 'agent' and s.used_at <= :agentIdle
                    or p.kind = 'customer_user' and s.used_at <= :customerIdle)
            returning s.id
            """;
    private static final String LIST = """
            select id, created_at, used_at, device from session
             where person_id = :person and ended_at is null
             order by used_at desc
             limit 100
            """;
    private static final String ALIVE = """
            select count(*) = 1 from session where id = :id and ended_at is null and expires_at > :at
            """;
    private static final String EXPIRES = "select expires_at from session where id = :id";

    /// A session as it is stored, with the caller it belongs to.
    record Found(Caller caller, Instant usedAt, Instant expiresAt, boolean alive) {}

    /// The sessions of these tokens, by the key of each token that has one.
    Map<String, Found> find(Handle handle, List<Token> tokens) {
        Map<String, Found> found = new HashMap<>();
        handle.createQuery(FIND)
                .bind("hashes", tokens.stream().map(Token::key).toArray(String[]::new))
                .map((row, context) -> Map.entry(Token.key(row.getBytes("token_hash")), found(row)))
                .forEach(session -> found.put(session.getKey(), session.getValue()));
        return found;
    }

    void start(Handle handle, SessionId id, byte[] hash, PersonId person, String device, Instant at, Instant expires) {
        handle.createUpdate(START)
                .bind("id", id.value())
                .bind("hash", hash)
                .bind("person", person.value())
                .bind("device", device)
                .bind("at", at)
                .bind("expires", expires)
                .execute();
    }

    void used(Handle handle, SessionId id, Instant at, Instant prolonged) {
        handle.createUpdate(USED)
                .bind("id", id.value())
                .bind("at", at)
                .bind("prolonged", prolonged)
                .execute();
    }

    boolean end(Handle handle, PersonId person, SessionId id, Instant at) {
        return handle.createUpdate(END)
                        .bind("id", id.value())
                        .bind("person", person.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    List<UUID> endAll(Handle handle, PersonId person, Instant at) {
        return handle.createUpdate(END_ALL)
                .bind("person", person.value())
                .bind("at", at)
                .executeAndReturnGeneratedKeys()
                .mapTo(UUID.class)
                .list();
    }

    List<UUID> endOthers(Handle handle, PersonId person, SessionId kept, Instant at) {
        return handle.createUpdate(END_OTHERS)
                .bind("person", person.value())
                .bind("kept", kept.value())
                .bind("at", at)
                .executeAndReturnGeneratedKeys()
                .mapTo(UUID.class)
                .list();
    }

    /// Ends the sessions that nobody used for so long or that are too old, and names them.
    List<UUID> endOver(Handle handle, Instant at, Duration agent, Duration customer) {
        return handle.createUpdate(END_OVER)
                .bind("at", at)
                .bind("agentIdle", at.minus(agent))
                .bind("customerIdle", at.minus(customer))
                .executeAndReturnGeneratedKeys()
                .mapTo(UUID.class)
                .list();
    }

    List<SessionLine> list(Handle handle, PersonId person, SessionId current) {
        return handle.createQuery(LIST)
                .bind("person", person.value())
                .map((row, context) -> line(row, current))
                .list();
    }

    boolean alive(Handle handle, SessionId id, Instant at) {
        return handle.createQuery(ALIVE)
                .bind("id", id.value())
                .bind("at", at)
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Instant> expiresAt(Handle handle, SessionId id) {
        return handle.createQuery(EXPIRES)
                .bind("id", id.value())
                .map((row, context) -> Rows.instant(row, "expires_at"))
                .findOne();
    }

    private static SessionLine line(ResultSet row, SessionId current) throws SQLException {
        var id = new SessionId(Rows.uuid(row, "id"));
        return new SessionLine(
                id,
                Rows.instant(row, "created_at"),
                Rows.instant(row, "used_at"),
                row.getString("device"),
                id.equals(current));
    }

    private static Found found(ResultSet row) throws SQLException {
        boolean alive =
                row.getBoolean("valid") && Rows.optionalInstant(row, "ended_at").isEmpty();
        return new Found(caller(row), Rows.instant(row, "used_at"), Rows.instant(row, "expires_at"), alive);
    }

    private static Caller caller(ResultSet row) throws SQLException {
        var session = new SessionId(Rows.uuid(row, "id"));
        var person = new PersonRef(
                new PersonId(Rows.uuid(row, "person_id")),
                PersonRef.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"));
        return switch (person.kind()) {
            case AGENT -> new Caller.Agent(person, session, row.getBoolean("admin"), permissions(row));
            case CUSTOMER_USER ->
                new Caller.CustomerUser(person, session, new CustomerId(Rows.uuid(row, "customer_id")));
            case PUBLIC_USER -> new Caller.PublicUser(person, session);
        };
    }

    private static Permissions permissions(ResultSet row) throws SQLException {
        Optional<String> levels = Rows.optionalText(row, "levels");
        return levels.isEmpty() ? Permissions.NONE : permissions(levels.get());
    }

    /// Reads `GROUP LEVEL,GROUP LEVEL,…` and keeps the highest level of each group.
    static Permissions permissions(String levels) {
        Map<GroupId, Level> highest = new HashMap<>();
        for (String pair : levels.split(",", -1)) {
            int space = pair.indexOf(' ');
            highest.merge(
                    GroupId.of(pair.substring(0, space)),
                    Level.of(pair.substring(space + 1)),
                    (one, other) -> one.atLeast(other) ? one : other);
        }
        return new Permissions(highest);
    }
}
