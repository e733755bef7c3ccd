package dev.parley.app;

import dev.parley.app.CompanyDocument.Absence;
import dev.parley.app.CompanyDocument.Channel;
import dev.parley.base.ChannelId;
import dev.parley.base.CustomerId;
import dev.parley.base.GroupId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Writes whole companies, thousands of people in one go, across the tables of the modules below.
@ApplicationScoped
class CompanyStore {
    private static final long LOCK = 7_340_001;

    CompanyStore() {}

    /// A person to be written, in the columns that agents and customer users share.
    record Person(
            PersonId id,
            String login,
            String name,
            String email,
            String passwordHash,
            String locale,
            String timeZone) {}

    record Agent(Person person, boolean admin, String availability) {}

    record Permission(PersonId agent, GroupId group, String permission) {}

    record Choice(PersonId agent, ChannelId channel) {}

    record Absent(PersonId agent, Absence absence) {}

    record CustomerUser(Person person, CustomerId customer) {}

    /// Until the end of the transaction nobody else imports or makes the first administrator.
    void lock(Handle handle) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(int.class)
                .one();
    }

    boolean hasAdministrator(Handle handle) {
        return handle.createQuery("select exists (select from agent where admin and valid)")
                .mapTo(boolean.class)
                .one();
    }

    CompanyNames names(Handle handle) {
        return new CompanyNames(
                ids(handle, "select lower(name) as name, id from group_", GroupId::new),
                ids(handle, "select lower(name) as name, id from chat_channel", ChannelId::new),
                ids(handle, "select number as name, id from customer", CustomerId::new),
                emails(handle, "select lower(email) as email, lower(login) as login from agent"),
                emails(handle, "select lower(email) as email, lower(login) as login from customer_user"));
    }

    private static <T> Map<String, T> ids(Handle handle, String sql, Function<UUID, T> id) {
        return handle
                .createQuery(sql)
                .map((row, context) -> Map.entry(row.getString("name"), id.apply(row.getObject("id", UUID.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> emails(Handle handle, String sql) {
        return handle
                .createQuery(sql)
                .map((row, context) -> Map.entry(row.getString("email"), row.getString("login")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void addGroups(Handle handle, Map<GroupId, String> groups) {
        batch(
                handle,
                "insert into group_ (id, name) values (:id, :name)",
                groups.entrySet(),
                (batch, group) -> batch.bind("id", group.getKey().value()).bind("name", group.getValue()));
    }

    void addChannel(Handle handle, ChannelId id, GroupId group, Channel channel) {
        handle.createUpdate("""
                insert into chat_channel (id, name, group_id, for_customers, for_public, availability_check, shows_position,
                                          shows_wait, comment, no_answer_after, missed_after, idle_warning_after,
                                          idle_close_after, escalate_after)
                values (:id, :name, :group, :customers, :public, :check, :position, :wait, :comment,
                        :noAnswer::interval, :missed::interval, :idleWarning::interval, :idleClose::interval,
                        :escalate::interval)
                """)
                .bind("id", id.value())
                .bind("name", channel.name())
                .bind("group", group.value())
                .bind("customers", channel.offeredToCustomers())
                .bind("public", channel.offeredToPublic())
                .bind("check", channel.availabilityCheck())
                .bind("position", channel.showsPosition())
                .bind("wait", channel.showsWait())
                .bind("comment", channel.comment())
                .bind("noAnswer", channel.noAnswerAfter())
                .bind("missed", channel.missedAfter())
                .bind("idleWarning", channel.idleWarningAfter())
                .bind("idleClose", channel.idleCloseAfter())
                .bind("escalate", channel.escalateAfter())
                .execute();
    }

    /// False if a text of this code was there once, even if somebody has removed it since.
    boolean addReply(Handle handle, UUID id, Optional<ChannelId> channel, CompanyDocument.Reply reply) {
        return handle.createUpdate("""
                insert into canned_reply (id, scope, channel_id, code, body)
                select :id, :scope, :channel, :code, :body
                 where not exists (select 1 from canned_reply r
                                    where r.scope = :scope and lower(r.code) = lower(:code)
                                      and r.channel_id is not distinct from :channel)
                """)
                        .bind("id", id)
                        .bind("scope", channel.isPresent() ? "channel" : "global")
                        .bindByType("channel", channel.map(ChannelId::value).orElse(null), UUID.class)
                        .bind("code", reply.code())
                        .bind("body", reply.text())
                        .execute()
                == 1;
    }

    void addAgents(Handle handle, Collection<Agent> agents, Instant now) {
        addPeople(handle, agents.stream().map(Agent::person).toList(), "agent", now);
        batch(
                handle,
                """
                insert into agent (id, login, email, password_hash, admin, availability, locale, time_zone)
                values (:id, :login, :email, :hash, :admin, :availability, :locale, :timeZone)
                """,
                agents,
                (batch, agent) -> account(batch, agent.person())
                        .bind("admin", agent.admin())
                        .bind("availability", agent.availability()));
    }

    private static PreparedBatch account(PreparedBatch batch, Person person) {
        return batch.bind("id", person.id().value())
                .bind("login", person.login())
                .bind("email", person.email())
                .bind("hash", person.passwordHash())
                .bind("locale", person.locale())
                .bind("timeZone", person.timeZone());
    }

    private static void addPeople(Handle handle, Collection<Person> people, String kind, Instant now) {
        batch(
                handle,
                "insert into person (id, kind, name, created_at) values (:id, :kind, :name, :now)",
                people,
                (batch, person) -> batch.bind("id", person.id().value())
                        .bind("kind", kind)
                        .bind("name", person.name())
                        .bind("now", now));
    }

    void addPermissions(Handle handle, Collection<Permission> permissions) {
        batch(
                handle,
                """
                insert into permission (agent_id, group_id, permission) values (:agent, :group, :permission)
                on conflict do nothing
                """,
                permissions,
                (batch, held) -> batch.bind("agent", held.agent().value())
                        .bind("group", held.group().value())
                        .bind("permission", held.permission()));
    }

    void addChoices(Handle handle, Collection<Choice> choices) {
        batch(
                handle,
                """
                insert into agent_channel (agent_id, channel_id) values (:agent, :channel) on conflict do nothing
                """,
                choices,
                (batch, choice) -> batch.bind("agent", choice.agent().value())
                        .bind("channel", choice.channel().value()));
    }

    void addAbsences(Handle handle, Collection<Absent> absences) {
        batch(
                handle,
                """
                insert into out_of_office (id, agent_id, starts_at, ends_at) values (:id, :agent, :starts, :ends)
                """,
                absences,
                (batch, absent) -> batch.bind("id", Ids.next())
                        .bind("agent", absent.agent().value())
                        .bind("starts", absent.absence().startsAt())
                        .bind("ends", absent.absence().endsAt()));
    }

    void addCustomer(Handle handle, CustomerId id, CompanyDocument.Customer customer) {
        handle.createUpdate("insert into customer (id, number, name) values (:id, :number, :name)")
                .bind("id", id.value())
                .bind("number", customer.number())
                .bind("name", customer.name())
                .execute();
    }

    void addCustomerUsers(Handle handle, Collection<CustomerUser> users, Instant now) {
        addPeople(handle, users.stream().map(CustomerUser::person).toList(), "customer_user", now);
        batch(
                handle,
                """
                insert into customer_user (id, customer_id, login, email, password_hash, locale, time_zone)
                values (:id, :customer, :login, :email, :hash, :locale, :timeZone)
                """,
                users,
                (batch, user) -> account(batch, user.person())
                        .bind("customer", user.customer().value()));
    }

    /// The agent whose password it now is; empty if nobody has that login.
    Optional<PersonId> setPassword(Handle handle, String login, String hash) {
        return handle.createQuery(
                        "update agent set password_hash = :hash where lower(login) = lower(:login) returning id")
                .bind("hash", hash)
                .bind("login", login)
                .map((row, context) -> new PersonId(row.getObject("id", UUID.class)))
                .findOne();
    }

    void setIfNew(Handle handle, String name, String value) {
        handle.createUpdate("insert into setting (name, value) values (:name, :value) on conflict (name) do nothing")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }

    private static <T> void batch(Handle handle, String sql, Collection<T> rows, BiConsumer<PreparedBatch, T> bind) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (T row : rows) {
                bind.accept(batch, row);
                batch.add();
            }
            batch.execute();
        }
    }
}
