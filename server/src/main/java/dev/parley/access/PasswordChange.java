package dev.parley.access;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/// A new password for whoever knows the old one. Guessing it here costs what guessing it at the door costs, and
/// whoever else was signed in with the old one is no longer.
@ApplicationScoped
public class PasswordChange {
    private final Database database;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Settings settings;
    private final Clock clock;

    PasswordChange(
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

    public void change(Caller.Agent agent, String current, String next) {
        String guesses = "password " + agent.id();
        begin(guesses);
        AccountStore.Secret secret = database.read(handle -> accounts.secret(handle, agent.id()));
        if (!passwords.matches(current, secret.passwordHash())) {
            throw Refusal.fields(Map.of("current", "unknown"));
        }
        attempts.forget(guesses);
        Map<String, String> faults = passwords.rules(next, secret.login(), secret.email());
        if (!faults.isEmpty()) {
            throw Refusal.fields(Map.of("next", faults.values().iterator().next()));
        }
        String hash = passwords.hash(next);
        database.change(tx -> {
            accounts.setPassword(tx.handle(), agent.id(), hash);
            sessions.endOthers(tx, agent);
        });
    }

    private void begin(String guesses) {
        if (settings.limits()) {
            attempts.begin(guesses, clock.instant()).ifPresent(wait -> {
                throw Refusal.wait(Code.TOO_MANY_ATTEMPTS, "too many wrong passwords, wait a moment", wait);
            });
        }
    }
}
