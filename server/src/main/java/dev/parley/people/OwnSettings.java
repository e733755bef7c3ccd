package dev.parley.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.access.Caller;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The preferences of agents. Language and time zone are also the account's, for what reaches him elsewhere than in
/// the console.
@ApplicationScoped
public class OwnSettings {
    private static final String LOCK = "select id from agent where id = :id for update";
    private static final String SOME = """
            select a.id, a.time_zone, a.email, a.locale, p.document
              from agent a left join preference p on p.agent_id = a.id
             where a.id = any(:ids) and a.valid
            """;
    private static final String MAILED = """
            select p.agent_id
              from preference p join agent a on a.id = p.agent_id and a.valid
             where p.document::jsonb #>> '{notifications,invitation,email}' = 'true'
                or p.document::jsonb #>> '{notifications,message,email}' = 'true'
                or p.document::jsonb #>> '{notifications,mention,email}' = 'true'
            """;
    private static final String KEEP = """
            insert into preference (agent_id, document) values (:id, :document)
            on conflict (agent_id) do update set document = excluded.document
            """;
    private static final String ACCOUNT = """
            update agent set locale = coalesce(:language, locale), time_zone = coalesce(:zone, time_zone) where id = :id
            """;

    private final Database database;
    private final ObjectMapper json;

    /// An agent as somebody who is told something outside of the console.
    public record Recipient(PersonId agent, String email, String language, Preferences preferences) {
        @Override
        public String toString() {
            return "Recipient[" + agent + "]";
        }
    }

    /// Somebody with the time zone he lives in.
    private record Kept(Recipient recipient, ZoneId zone) {
        Preferences preferences() {
            return recipient.preferences();
        }
    }

    OwnSettings(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public Preferences preferences(Caller.Agent agent) {
        return recipient(agent).preferences();
    }

    /// The agent himself as somebody to be told something.
    public Recipient recipient(Caller.Agent agent) {
        return database.read(handle -> kept(handle, List.of(agent.id()))).stream()
                .map(Kept::recipient)
                .findFirst()
                .orElseThrow(() -> new Refusal(Code.SESSION_ENDED, "the account is gone"));
    }

    /// Those of these agents who may be disturbed at this moment.
    public List<Recipient> awake(Collection<PersonId> agents, Instant now) {
        return database.read(handle -> kept(handle, agents)).stream()
                .filter(one -> !one.preferences().quiet(now.atZone(one.zone()).toLocalTime()))
                .map(Kept::recipient)
                .toList();
    }

    /// Who wants mail of what happens in chats that concern him.
    public Set<PersonId> mailedOfChats() {
        return database.read(handle -> handle.createQuery(MAILED).mapTo(UUID.class).stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Takes over the members of `change`: one that is null is forgotten, one left out keeps its value (RFC 7396).
    public Preferences change(Caller.Agent agent, ObjectNode change) {
        return database.write(tx -> {
            tx.handle()
                    .createQuery(LOCK)
                    .bind("id", agent.id().value())
                    .mapTo(UUID.class)
                    .one();
            Preferences before =
                    kept(tx.handle(), List.of(agent.id())).getFirst().preferences();
            ObjectNode document = json.valueToTree(before);
            merge(document, change);
            Preferences after = read(document);
            after.check();
            keep(tx, agent.id(), after);
            return after;
        });
    }

    private static void merge(ObjectNode into, ObjectNode change) {
        for (Map.Entry<String, JsonNode> member : change.properties()) {
            JsonNode there = into.get(member.getKey());
            if (member.getValue().isNull()) {
                into.remove(member.getKey());
            } else if (there instanceof ObjectNode nested && member.getValue() instanceof ObjectNode inner) {
                merge(nested, inner);
            } else {
                into.set(member.getKey(), member.getValue());
            }
        }
    }

    /// What stands in the document over what is usual, so that an older document has the newer members too.
    private Preferences read(ObjectNode document) {
        ObjectNode whole = json.valueToTree(Preferences.USUAL);
        merge(whole, document);
        try {
            return json.treeToValue(whole, Preferences.class);
        } catch (JsonProcessingException misshapen) {
            throw new Refusal(Code.MALFORMED, "not JSON, or not the shape that is wanted here");
        }
    }

    private void keep(Tx tx, PersonId agent, Preferences preferences) {
        tx.handle()
                .createUpdate(KEEP)
                .bind("id", agent.value())
                .bind("document", json.valueToTree(preferences).toString())
                .execute();
        tx.handle()
                .createUpdate(ACCOUNT)
                .bind("id", agent.value())
                .bindByType("language", preferences.language().orElse(null), String.class)
                .bindByType("zone", preferences.timeZone().orElse(null), String.class)
                .execute();
    }

    private List<Kept> kept(Handle handle, Collection<PersonId> agents) {
        return handle.createQuery(SOME)
                .bind("ids", agents.stream().map(PersonId::value).toArray(UUID[]::new))
                .map((row, context) -> kept(row))
                .list();
    }

    private Kept kept(ResultSet row) throws SQLException {
        Preferences preferences =
                Rows.optionalText(row, "document").map(this::stored).orElse(Preferences.USUAL);
        var recipient = new Recipient(
                new PersonId(Rows.uuid(row, "id")), row.getString("email"), row.getString("locale"), preferences);
        return new Kept(recipient, ZoneId.of(row.getString("time_zone")));
    }

    private Preferences stored(String document) {
        try {
            return read((ObjectNode) json.readTree(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of ours cannot be read", impossible);
        }
    }
}
