package dev.parley.people;

import dev.parley.access.Caller;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Rows;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The out-of-office periods an agent plans for himself, and his word that he is here although one is running.
@ApplicationScoped
public class Absences {
    private static final int MOST_PLANNED = 50;
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private static final String LOCK = "select id from agent where id = :agent for update";
    private static final String PLANNED = """
            select id, starts_at, ends_at, overridden from out_of_office
             where agent_id = :agent and ends_at > :now
             order by starts_at, id
            """;
    private static final String ADD = """
            insert into out_of_office (id, agent_id, starts_at, ends_at) values (:id, :agent, :starts, :ends)
            """;
    private static final String REMOVE = "delete from out_of_office where id = :id and agent_id = :agent";
    private static final String OVERRIDE = """
            update out_of_office set overridden = :on
             where agent_id = :agent and starts_at <= :now and ends_at > :now and overridden <> :on
            """;

    private final Database database;
    private final Clock clock;

    /// A period as its agent sees it.
    public record Period(UUID id, Instant startsAt, Instant endsAt) {}

    /// What is running or planned, and whether the agent is here although one is running.
    public record Planned(List<Period> periods, boolean override) {}

    private record Row(Period period, boolean overridden) {}

    Absences(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Planned planned(Caller.Agent agent) {
        Instant now = clock.instant();
        List<Row> rows = database.read(handle -> rows(handle, agent.id(), now));
        boolean override = rows.stream()
                .anyMatch(row -> row.overridden() && !row.period().startsAt().isAfter(now));
        return new Planned(rows.stream().map(Row::period).toList(), override);
    }

    /// Plans one more period; planning the same again answers with the one that is there.
    public Period plan(Caller.Agent agent, Instant startsAt, Instant endsAt) {
        Instant now = clock.instant();
        Instant starts = startsAt.truncatedTo(ChronoUnit.MILLIS);
        Instant ends = endsAt.truncatedTo(ChronoUnit.MILLIS);
        if (!ends.isAfter(starts) || !ends.isAfter(now) || ends.isAfter(now.plus(FARTHEST))) {
            throw Refusal.fields(Map.of("endsAt", "format"));
        }
        return database.write(tx -> {
            tx.handle()
                    .createQuery(LOCK)
                    .bind("agent", agent.id().value())
                    .mapTo(UUID.class)
                    .one();
            List<Row> rows = rows(tx.handle(), agent.id(), now);
            return rows.stream()
                    .map(Row::period)
                    .filter(there ->
                            there.startsAt().equals(starts) && there.endsAt().equals(ends))
                    .findFirst()
                    .orElseGet(() -> add(tx, agent.id(), new Period(Ids.next(), starts, ends), rows.size()));
        });
    }

    private static Period add(Tx tx, PersonId agent, Period period, int before) {
        if (before >= MOST_PLANNED) {
            throw new Refusal(Code.LIMIT, "at most " + MOST_PLANNED + " periods can be planned");
        }
        tx.handle()
                .createUpdate(ADD)
                .bind("id", period.id())
                .bind("agent", agent.value())
                .bind("starts", period.startsAt())
                .bind("ends", period.endsAt())
                .execute();
        tell(tx, agent);
        return period;
    }

    /// Takes a period away; one that is gone already stays gone.
    public void remove(Caller.Agent agent, UUID period) {
        database.change(tx -> {
            tx.handle()
                    .createUpdate(REMOVE)
                    .bind("id", period)
                    .bind("agent", agent.id().value())
                    .execute();
            tell(tx, agent.id());
        });
    }

    /// For the running period: the agent is here all the same, or is not after all. It ends with the period.
    public void override(Caller.Agent agent, boolean on) {
        Instant now = clock.instant();
        database.change(tx -> {
            boolean running = rows(tx.handle(), agent.id(), now).stream()
                    .anyMatch(row -> !row.period().startsAt().isAfter(now));
            if (on && !running) {
                throw new Refusal(Code.CONFLICT, "no out-of-office period is running");
            }
            tx.handle()
                    .createUpdate(OVERRIDE)
                    .bind("agent", agent.id().value())
                    .bind("on", on)
                    .bind("now", now)
                    .execute();
            tell(tx, agent.id());
        });
    }

    private static List<Row> rows(Handle handle, PersonId agent, Instant now) {
        return handle.createQuery(PLANNED)
                .bind("agent", agent.value())
                .bind("now", now)
                .map((row, context) -> new Row(
                        new Period(Rows.uuid(row, "id"), Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at")),
                        row.getBoolean("overridden")))
                .list();
    }

    private static void tell(Tx tx, PersonId agent) {
        tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, agent.value()));
        tx.tellAfterCommit(new Notice(Notice.Topic.PRESENCE, agent.value()));
    }
}
