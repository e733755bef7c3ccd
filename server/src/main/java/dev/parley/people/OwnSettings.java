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
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The preferences of agents. Language and time zone are also the account's, for what reaches him elsewhere than in
/// the console.
@ApplicationScoped
public class OwnSettings {
    private static final String LOCK = "select id from agent where id = :id for update";
    private static final String SOME = """
            select a.id, a.time_zone, p.document
              from agent a left join preference p on p.agent_id = a.id
             where a.id = any(:ids)
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

    /// What somebody set, and the time zone he lives in.
    private record Kept(Preferences preferences, ZoneId zone) {}

    OwnSettings(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public Preferences preferences(Caller.Agent agent) {
        return preferences(java.util.Set.of(agent.id())).getOrDefault(agent.id(), Preferences.USUAL);
    }

    /// The preferences of each of these agents.
    public Map<PersonId, Preferences> preferences(Collection<PersonId> agents) {
        Map<PersonId, Preferences> preferences = new HashMap<>();
        database.read(handle -> kept(handle, agents))
                .forEach((agent, kept) -> preferences.put(agent, kept.preferences()));
        return preferences;
    }

    /// Those of these agents who may be disturbed at this moment, with their preferences.
    public Map<PersonId, Preferences> awake(Collection<PersonId> agents, Instant now) {
        Map<PersonId, Preferences> awake = new HashMap<>();
        database.read(handle -> kept(handle, agents)).forEach((agent, kept) -> {
            if (!kept.preferences().quiet(now.atZone(kept.zone()).toLocalTime())) {
                awake.put(agent, kept.preferences());
            }
        });
        return awake;
    }

    /// Takes over the members of `change`: one that is null is forgotten, one left out keeps its value (RFC 7396).
    public Preferences change(Caller.Agent agent, ObjectNode change) {
        return database.write(tx -> {
            tx.handle()
                    .createQuery(LOCK)
                    .bind("id", agent.id().value())
                    .mapTo(UUID.class)
                    .one();
            Preferences before = kept(tx.handle(), java.util.Set.of(agent.id())).values().stream()
                    .map(Kept::preferences)
                    .findFirst()
                    .orElse(Preferences.USUAL);
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

    private Map<PersonId, Kept> kept(Handle handle, Collection<PersonId> agents) {
        Map<PersonId, Kept> kept = new HashMap<>();
        handle.createQuery(SOME)
                .bind("ids", agents.stream().map(PersonId::value).toArray(UUID[]::new))
                .map((row, context) -> Map.entry(
                        new PersonId(Rows.uuid(row, "id")),
                        kept(Rows.optionalText(row, "document"), row.getString("time_zone"))))
                .forEach(one -> kept.put(one.getKey(), one.getValue()));
        return kept;
    }

    private Kept kept(Optional<String> document, String zone) {
        return new Kept(document.map(this::stored).orElse(Preferences.USUAL), ZoneId.of(zone));
    }

    private Preferences stored(String document) {
        try {
            return read((ObjectNode) json.readTree(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of ours cannot be read", impossible);
        }
    }
}
