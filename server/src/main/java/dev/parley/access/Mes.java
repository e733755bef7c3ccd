package dev.parley.access;

import dev.parley.base.ChannelId;
import dev.parley.base.Code;
import dev.parley.base.CustomerId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What callers are told about themselves.
@ApplicationScoped
public class Mes {
    private static final String AGENT = """
            select p.name, a.email, a.locale, a.time_zone, a.admin, a.availability,
                   array(select channel_id from agent_channel c where c.agent_id = a.id order by channel_id) as channels
              from agent a join person p on p.id = a.id
             where a.id = :id
            """;
    private static final String CUSTOMER_USER = """
            select p.name, u.email, u.locale, u.time_zone, c.id as customer_id, c.name as customer
              from customer_user u join person p on p.id = u.id join customer c on c.id = u.customer_id
             where u.id = :id
            """;
    private static final String PUBLIC_USER = """
            select p.name, u.email, u.locale, u.verified from public_user u join person p on p.id = u.id where u.id = :id
            """;

    private final Database database;

    Mes(Database database) {
        this.database = database;
    }

    public Me me(Caller caller) {
        return database.read(handle -> me(handle, caller.person()))
                .orElseThrow(() -> new Refusal(Code.SESSION_ENDED, "the account is gone"));
    }

    private static Optional<Me> me(Handle handle, PersonRef person) {
        return switch (person.kind()) {
            case AGENT ->
                handle.createQuery(AGENT)
                        .bind("id", person.id().value())
                        .map((row, context) -> agent(row, person))
                        .findOne();
            case CUSTOMER_USER ->
                handle.createQuery(CUSTOMER_USER)
                        .bind("id", person.id().value())
                        .map((row, context) -> customerUser(row, person))
                        .findOne();
            case PUBLIC_USER ->
                handle.createQuery(PUBLIC_USER)
                        .bind("id", person.id().value())
                        .map((row, context) -> publicUser(row, person))
                        .findOne();
        };
    }

    private static Me agent(ResultSet row, PersonRef person) throws SQLException {
        UUID[] channels = (UUID[]) row.getArray("channels").getArray();
        List<ChannelId> chosen = Arrays.stream(channels).map(ChannelId::new).toList();
        return new Me(
                person.id(),
                person.kind(),
                row.getString("name"),
                Rows.optionalText(row, "email"),
                Rows.optionalText(row, "locale"),
                Rows.optionalText(row, "time_zone"),
                Optional.of(row.getBoolean("admin")),
                Rows.optionalText(row, "availability"),
                Optional.of(chosen),
                Optional.empty(),
                Optional.empty());
    }

    private static Me customerUser(ResultSet row, PersonRef person) throws SQLException {
        var company = new Me.Company(new CustomerId(Rows.uuid(row, "customer_id")), row.getString("customer"));
        return new Me(
                person.id(),
                person.kind(),
                row.getString("name"),
                Rows.optionalText(row, "email"),
                Rows.optionalText(row, "locale"),
                Rows.optionalText(row, "time_zone"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(company),
                Optional.empty());
    }

    private static Me publicUser(ResultSet row, PersonRef person) throws SQLException {
        return new Me(
                person.id(),
                person.kind(),
                row.getString("name"),
                Rows.optionalText(row, "email"),
                Rows.optionalText(row, "locale"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.getBoolean("verified")));
    }
}
