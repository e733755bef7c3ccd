package dev.parley.access;

import dev.parley.base.ChannelId;
import dev.parley.base.GroupId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import java.time.Instant;
import java.util.UUID;

/// Puts people, groups and channels into the database of a test.
public final class TestPeople {
    /// The password of everybody here.
    public static final String PASSWORD = "parsnip parade";

    private static final String HASH = new Passwords().hash(PASSWORD);

    private final Database database;

    public TestPeople(Database database) {
        this.database = database;
    }

    public PersonRef agent(String login) {
        var person = new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.AGENT, "Agent " + login);
        insert(person);
        execute(
                "insert into agent (id, login, email, password_hash) values (?, ?, ?, ?)",
                person.id().value(),
                login,
                login + "@desk.example",
                HASH);
        return person;
    }

    public PersonRef customerUser(String login) {
        var person = new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.CUSTOMER_USER, "Customer " + login);
        UUID customer = Ids.next();
        insert(person);
        execute(
                "insert into customer (id, number, name) values (?, ?, ?)",
                customer,
                customer.toString(),
                login + " Ltd");
        execute(
                "insert into customer_user (id, customer_id, login, email, password_hash) values (?, ?, ?, ?, ?)",
                person.id().value(),
                customer,
                login,
                login + "@company.example",
                HASH);
        return person;
    }

    private void insert(PersonRef person) {
        execute(
                "insert into person (id, kind, name, created_at) values (?, ?, ?, now())",
                person.id().value(),
                person.kind().wireName(),
                person.name());
    }

    public GroupId group(String name) {
        var group = new GroupId(Ids.next());
        execute("insert into group_ (id, name) values (?, ?)", group.value(), name + " " + group);
        return group;
    }

    public ChannelId channel(String name, GroupId group) {
        var channel = new ChannelId(Ids.next());
        execute(
                "insert into chat_channel (id, name, group_id) values (?, ?, ?)",
                channel.value(),
                name + " " + channel,
                group.value());
        database.change(tx -> tx.tellAfterCommit(new Notice(Notice.Topic.CHANNEL, channel.value())));
        return channel;
    }

    public void permit(PersonRef agent, GroupId group, String permission) {
        execute(
                "insert into permission (agent_id, group_id, permission) values (?, ?, ?)",
                agent.id().value(),
                group.value(),
                permission);
        changed(agent);
    }

    public void availability(PersonRef agent, String availability) {
        execute(
                "update agent set availability = ? where id = ?",
                availability,
                agent.id().value());
        changed(agent);
    }

    public void choose(PersonRef agent, ChannelId channel) {
        execute(
                "insert into agent_channel (agent_id, channel_id) values (?, ?)",
                agent.id().value(),
                channel.value());
        changed(agent);
    }

    public void outOfOffice(PersonRef agent, Instant from, Instant to) {
        execute(
                "insert into out_of_office (id, agent_id, starts_at, ends_at) values (?, ?, ?, ?)",
                Ids.next(),
                agent.id().value(),
                from,
                to);
        changed(agent);
    }

    public void invalidate(PersonRef agent) {
        execute("update agent set valid = false where id = ?", agent.id().value());
        changed(agent);
    }

    public void execute(String sql, Object... values) {
        database.change(tx -> tx.handle().execute(sql, values));
    }

    private void changed(PersonRef person) {
        database.change(tx ->
                tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, person.id().value())));
    }
}
