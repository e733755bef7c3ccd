package dev.parley.access;

import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Turns a name and a password into a session. Wrong ones cost the same whether the name exists or not, and after
/// five of them an ever longer wait.
@ApplicationScoped
public class SignIn {
    private final Database database;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Settings settings;
    private final Clock clock;
    private final Attempts attempts;
    private final AtomicReference<String> nobodysHash = new AtomicReference<>("");

    /// What somebody presents at the door, and from where.
    public record Credentials(Entrance entrance, String name, String password, String address, String device) {
        @Override
        public String toString() {
            return "Credentials[" + entrance + "]";
        }
    }

    /// Who is in, and the token that proves it from now on.
    public record SignedIn(Caller caller, String token) {
        @Override
        public String toString() {
            return "SignedIn[" + caller.id() + "]";
        }
    }

    SignIn(
            Database database,
            AccountStore accounts,
            Passwords passwords,
            Sessions sessions,
            Attempts attempts,
            Settings settings,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    public SignedIn signIn(Credentials given) {
        String account = account(given.entrance(), given.name());
        String address = "address " + given.address();
        begin(account);
        begin(address);
        PersonRef person = person(given);
        attempts.forget(account);
        attempts.right(address);
        String token = database.write(tx -> {
            fallBack(tx, person.id());
            return sessions.start(tx, person, given.device());
        });
        return new SignedIn(sessions.caller(token), token);
    }

    private static String account(Entrance entrance, String name) {
        return "account " + entrance + " " + name.toLowerCase(Locale.ROOT);
    }

    /// The account got a new password by mail: nobody is signed in to it any more, and wrong passwords from before cost
    /// its holder no wait.
    public void beginAnew(Tx tx, Entrance entrance, PersonId person, List<String> names) {
        sessions.endAll(tx, person);
        names.forEach(name -> attempts.forget(account(entrance, name)));
    }

    private void begin(String key) {
        if (!settings.limits()) {
            return;
        }
        Optional<Duration> wait = attempts.begin(key, clock.instant());
        if (wait.isPresent()) {
            throw Refusal.wait(Code.TOO_MANY_ATTEMPTS, "too many wrong passwords, wait a moment", wait.get());
        }
    }

    private PersonRef person(Credentials given) {
        Optional<AccountStore.Account> account =
                database.read(handle -> accounts.account(handle, given.entrance(), given.name()));
        String hash = account.map(AccountStore.Account::passwordHash).orElseGet(this::nobodysHash);
        boolean matches = passwords.matches(given.password(), hash);
        if (account.isEmpty() || !matches) {
            throw new Refusal(Code.LOGIN_FAILED, "wrong name or password");
        }
        return account.get().person();
    }

    /// A hash that no password is known for, so that an unknown name takes as long as a known one.
    private String nobodysHash() {
        String hash = nobodysHash.get();
        if (hash.isEmpty()) {
            hash = passwords.hash(UUID.randomUUID().toString());
            nobodysHash.set(hash);
        }
        return hash;
    }

    private void fallBack(Tx tx, PersonId agent) {
        if (!settings.keepExternal() && accounts.fallBack(tx.handle(), agent)) {
            for (Notice.Topic topic : List.of(Notice.Topic.PERSON, Notice.Topic.PRESENCE)) {
                tx.tellAfterCommit(new Notice(topic, agent.value()));
            }
        }
    }
}
