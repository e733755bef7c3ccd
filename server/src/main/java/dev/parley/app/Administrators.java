package dev.parley.app;

import dev.parley.access.Passwords;
import dev.parley.access.Sessions;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// What an operator may do from the command line when nobody can sign in.
@ApplicationScoped
class Administrators {
    private static final int LONGEST_NAME = 64;

    private final Database database;
    private final CompanyStore store;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    record Newcomer(String login, String email, String firstName, String lastName) {
        String name() {
            return (firstName + " " + lastName).strip();
        }
    }

    Administrators(Database database, CompanyStore store, Passwords passwords, Sessions sessions, Clock clock) {
        this.database = database;
        this.store = store;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    String create(Newcomer newcomer, String password) {
        var faults = new Faults();
        faults.line("login", newcomer.login(), LONGEST_NAME);
        faults.email("email", newcomer.email());
        faults.line("lastName", newcomer.name(), LONGEST_NAME);
        passwords.rules(password, newcomer.login(), newcomer.email()).forEach(faults::add);
        faults.refuseIfAny();
        String hash = passwords.hash(password);
        database.change(tx -> {
            store.lock(tx.handle());
            CompanyNames names = store.names(tx.handle());
            faults.addIf(names.agentLogins().contains(CompanyNames.key(newcomer.login())), "login", "taken");
            faults.addIf(names.agentEmails().containsKey(CompanyNames.key(newcomer.email())), "email", "taken");
            faults.refuseIfAny();
            var person = new CompanyStore.Person(
                    new PersonId(Ids.next()), newcomer.login(), newcomer.name(), newcomer.email(), hash, "en", "UTC");
            store.addAgents(tx.handle(), List.of(new CompanyStore.Agent(person, true, "unavailable")), clock.instant());
        });
        return "Created the administrator " + newcomer.login() + ".";
    }

    String resetPassword(String login, String password) {
        Map<String, String> faults = passwords.rules(password, login);
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults);
        }
        String hash = passwords.hash(password);
        PersonId agent = database.write(tx -> store.setPassword(tx.handle(), login, hash))
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "no agent has the login " + login));
        sessions.endAll(agent);
        return "The password of " + login + " is changed, all sessions are ended.";
    }
}
