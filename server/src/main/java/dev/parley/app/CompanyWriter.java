package dev.parley.app;

import dev.parley.access.Passwords;
import dev.parley.app.CompanyDocument.Account;
import dev.parley.base.ChannelId;
import dev.parley.base.CustomerId;
import dev.parley.base.GroupId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Writes one checked document in one transaction. `hashes` are those of the plain passwords, by kind and login.
record CompanyWriter(
        CompanyDocument document, CompanyStore store, Passwords passwords, Map<String, String> hashes, Instant now) {

    Imported write(Tx tx) {
        Handle handle = tx.handle();
        store.lock(handle);
        CompanyNames known = store.names(handle);
        CompanyCheck.require(document, known, passwords);
        var groups = new HashMap<>(known.groups());
        var channels = new HashMap<>(known.channels());
        var customers = new HashMap<>(known.customers());
        return new Imported(
                Imported.Count.of(document.groups().size(), addGroups(handle, groups)),
                Imported.Count.of(document.channels().size(), addChannels(tx, groups, channels)),
                Imported.Count.of(document.cannedReplies().size(), addReplies(handle, channels)),
                Imported.Count.of(document.agents().size(), addAgents(tx, known.agentLogins(), groups, channels)),
                Imported.Count.of(document.customers().size(), addCustomers(handle, customers)),
                addCustomerUsers(tx, known.customerUserLogins(), customers));
    }

    private int addGroups(Handle handle, Map<String, GroupId> groups) {
        var added = new LinkedHashMap<GroupId, String>();
        for (CompanyDocument.Group group : document.groups()) {
            var id = new GroupId(Ids.next());
            if (groups.putIfAbsent(CompanyNames.key(group.name()), id) == null) {
                added.put(id, group.name());
            }
        }
        store.addGroups(handle, added);
        return added.size();
    }

    private int addChannels(Tx tx, Map<String, GroupId> groups, Map<String, ChannelId> channels) {
        int added = 0;
        for (CompanyDocument.Channel channel : document.channels()) {
            var id = new ChannelId(Ids.next());
            if (channels.putIfAbsent(CompanyNames.key(channel.name()), id) == null) {
                store.addChannel(tx.handle(), id, named(groups, channel.group()), channel);
                tx.tellAfterCommit(new Notice(Notice.Topic.CHANNEL, id.value()));
                added++;
            }
        }
        return added;
    }

    private int addReplies(Handle handle, Map<String, ChannelId> channels) {
        int added = 0;
        for (CompanyDocument.Reply reply : document.cannedReplies()) {
            Optional<ChannelId> channel =
                    reply.channel().isEmpty() ? Optional.empty() : Optional.of(named(channels, reply.channel()));
            added += store.addReply(handle, Ids.next(), channel, reply) ? 1 : 0;
        }
        return added;
    }

    private int addAgents(Tx tx, Set<String> known, Map<String, GroupId> groups, Map<String, ChannelId> channels) {
        var added = new ArrayList<CompanyStore.Agent>();
        var permissions = new ArrayList<CompanyStore.Permission>();
        var choices = new ArrayList<CompanyStore.Choice>();
        var absences = new ArrayList<CompanyStore.Absent>();
        for (CompanyDocument.Agent agent : document.agents()) {
            if (known.contains(CompanyNames.key(agent.account().login()))) {
                continue;
            }
            CompanyStore.Person person = person("agent", agent.account());
            added.add(new CompanyStore.Agent(person, agent.admin(), agent.availability()));
            agent.permissions()
                    .forEach((group, held) -> held.forEach(permission -> permissions.add(
                            new CompanyStore.Permission(person.id(), named(groups, group), permission))));
            agent.channels()
                    .forEach(channel -> choices.add(new CompanyStore.Choice(person.id(), named(channels, channel))));
            agent.outOfOffice().forEach(absence -> absences.add(new CompanyStore.Absent(person.id(), absence)));
        }
        store.addAgents(tx.handle(), added, now);
        store.addPermissions(tx.handle(), permissions);
        store.addChoices(tx.handle(), choices);
        store.addAbsences(tx.handle(), absences);
        tell(tx, added.stream().map(CompanyStore.Agent::person).toList());
        return added.size();
    }

    private int addCustomers(Handle handle, Map<String, CustomerId> customers) {
        int added = 0;
        for (CompanyDocument.Customer customer : document.customers()) {
            var id = new CustomerId(Ids.next());
            if (customers.putIfAbsent(customer.number(), id) == null) {
                store.addCustomer(handle, id, customer);
                added++;
            }
        }
        return added;
    }

    private Imported.Count addCustomerUsers(Tx tx, Set<String> known, Map<String, CustomerId> customers) {
        int asked = 0;
        var added = new ArrayList<CompanyStore.CustomerUser>();
        for (CompanyDocument.Customer customer : document.customers()) {
            CustomerId id = Objects.requireNonNull(customers.get(customer.number()));
            for (CompanyDocument.CustomerUser user : customer.users()) {
                asked++;
                if (!known.contains(CompanyNames.key(user.account().login()))) {
                    added.add(new CompanyStore.CustomerUser(person("customer", user.account()), id));
                }
            }
        }
        store.addCustomerUsers(tx.handle(), added, now);
        tell(tx, added.stream().map(CompanyStore.CustomerUser::person).toList());
        return Imported.Count.of(asked, added.size());
    }

    private CompanyStore.Person person(String kind, Account account) {
        String hash = hashes.getOrDefault(kind + " " + CompanyNames.key(account.login()), account.passwordHash());
        return new CompanyStore.Person(
                new PersonId(Ids.next()),
                account.login(),
                account.name(),
                account.email(),
                hash,
                account.locale(),
                account.timeZone());
    }

    /// Nobody can have looked at the new people before, but lists of people have to be made anew: one notice does for
    /// all.
    private static void tell(Tx tx, List<CompanyStore.Person> added) {
        if (!added.isEmpty()) {
            tx.tellAfterCommit(
                    new Notice(Notice.Topic.PERSON, added.getFirst().id().value()));
        }
    }

    private static <T> T named(Map<String, T> ids, String name) {
        return Objects.requireNonNull(ids.get(CompanyNames.key(name)));
    }
}
