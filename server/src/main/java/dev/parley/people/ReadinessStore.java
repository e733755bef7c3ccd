package dev.parley.people;

import dev.parley.base.ChannelId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL on what agents are there for.
@Singleton
class ReadinessStore {
    private static final String COLUMNS = """
            select a.id, p.name, a.availability,
                   array(select c.channel_id from agent_channel c where c.agent_id = a.id) as channels,
                   array(select o.starts_at from out_of_office o
                          where o.agent_id = a.id and o.ends_at > now() order by o.starts_at, o.id) as starts,
                   array(select o.ends_at from out_of_office o
                          where o.agent_id = a.id and o.ends_at > now() order by o.starts_at, o.id) as ends,
                   array(select o.overridden from out_of_office o
                          where o.agent_id = a.id and o.ends_at > now() order by o.starts_at, o.id) as overridden
              from agent a join person p on p.id = a.id
             where a.valid
            """;
    private static final String SOME = COLUMNS + " and a.id = any(:ids)";
    private static final String ALL = COLUMNS + " order by lower(p.name), a.id limit :most";
    private static final String SET = """
            update agent set availability = :availability where id = :id and availability <> :availability
            """;
    private static final String UNCHOOSE = """
            delete from agent_channel where agent_id = :id and channel_id <> all(:channels)
            """;
    private static final String CHOOSE = """
            insert into agent_channel (agent_id, channel_id)
            select :id, unnest(:channels)
            on conflict do nothing
            """;

    Map<PersonId, Readiness> some(Handle handle, Collection<? extends PersonId> agents) {
        UUID[] ids = agents.stream().map(PersonId::value).toArray(UUID[]::new);
        return handle.createQuery(SOME).bind("ids", ids).map((row, context) -> readiness(row)).stream()
                .collect(Collectors.toMap(ready -> ready.person().id(), Function.identity()));
    }

    List<Readiness> all(Handle handle, int most) {
        return handle.createQuery(ALL)
                .bind("most", most)
                .map((row, context) -> readiness(row))
                .list();
    }

    boolean set(Handle handle, PersonId agent, Availability availability) {
        return handle.createUpdate(SET)
                        .bind("id", agent.value())
                        .bind("availability", availability.wireName())
                        .execute()
                == 1;
    }

    void choose(Handle handle, PersonId agent, Set<ChannelId> channels) {
        UUID[] ids = channels.stream().map(ChannelId::value).toArray(UUID[]::new);
        handle.createUpdate(UNCHOOSE)
                .bind("id", agent.value())
                .bind("channels", ids)
                .execute();
        handle.createUpdate(CHOOSE)
                .bind("id", agent.value())
                .bind("channels", ids)
                .execute();
    }

    private static Readiness readiness(ResultSet row) throws SQLException {
        var person = new PersonRef(new PersonId(Rows.uuid(row, "id")), PersonRef.Kind.AGENT, row.getString("name"));
        var channels = (UUID[]) row.getArray("channels").getArray();
        return new Readiness(
                person,
                Availability.of(row.getString("availability")).orElse(Availability.UNAVAILABLE),
                Arrays.stream(channels).map(ChannelId::new).collect(Collectors.toUnmodifiableSet()),
                absences(row));
    }

    private static List<Absence> absences(ResultSet row) throws SQLException {
        var starts = (Timestamp[]) row.getArray("starts").getArray();
        var ends = (Timestamp[]) row.getArray("ends").getArray();
        var overridden = (Boolean[]) row.getArray("overridden").getArray();
        List<Absence> absences = new ArrayList<>(starts.length);
        for (int i = 0; i < starts.length; i++) {
            absences.add(new Absence(starts[i].toInstant(), ends[i].toInstant(), overridden[i]));
        }
        return List.copyOf(absences);
    }
}
