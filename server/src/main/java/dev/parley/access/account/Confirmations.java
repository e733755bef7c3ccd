package dev.parley.access.account;

import dev.parley.access.Passwords;
import dev.parley.access.Sessions;
import dev.parley.access.SignIn.SignedIn;
import dev.parley.access.Token;
import dev.parley.base.CustomerId;
import dev.parley.base.Ids;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// Makes the account that somebody asked for, when he comes with the link from his mail. He must be the one who asked,
/// too: else a stranger could have the owner of a mailbox confirm an account to which the stranger knows the password.
/// So the link works by itself in the browser that asked; in any other it wants the password as well.
@ApplicationScoped
class Confirmations {
    private final Database database;
    private final AccountDoors doors;
    private final AccountRequests requests;
    private final AccountHolderStore holders;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    /// What somebody comes with: the link's token, and one of what shows that it was he who asked.
    record Proof(Token token, Optional<Token> browser, Optional<String> password) {}

    Confirmations(
            Database database,
            AccountDoors doors,
            AccountRequests requests,
            AccountHolderStore holders,
            Passwords passwords,
            Sessions sessions,
            Clock clock) {
        this.database = database;
        this.doors = doors;
        this.requests = requests;
        this.holders = holders;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    SignedIn confirm(Proof proof, String address, String device) {
        doors.requireRegistration();
        requests.countTry(address);
        Newcomer newcomer = database.write(tx -> requests.newcomer(tx, usable(tx, proof)));
        requireAsker(newcomer, proof);
        String token = database.write(tx -> {
            AccountRequest request = usable(tx, proof);
            PersonRef person = add(tx, newcomer);
            requests.done(tx, request);
            return sessions.start(tx, person, device);
        });
        return new SignedIn(sessions.caller(token), token);
    }

    private AccountRequest usable(Tx tx, Proof proof) {
        return requests.usable(tx, proof.token(), AccountRequest.Kind.REGISTRATION);
    }

    private void requireAsker(Newcomer newcomer, Proof proof) {
        boolean sameBrowser = proof.browser()
                .filter(browser -> MessageDigest.isEqual(browser.hash(), newcomer.browserHash()))
                .isPresent();
        if (sameBrowser) {
            return;
        }
        String password = proof.password().orElseThrow(() -> Refusal.fields(Map.of("password", "required")));
        if (!passwords.matches(password, newcomer.passwordHash())) {
            throw Refusal.fields(Map.of("password", "unknown"));
        }
    }

    private PersonRef add(Tx tx, Newcomer newcomer) {
        if (!holders.add(tx.handle(), newcomer, new CustomerId(Ids.next()), clock.instant())) {
            throw Refusal.fields(Map.of("email", "taken"));
        }
        tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, newcomer.id().value()));
        return new PersonRef(newcomer.id(), PersonRef.Kind.CUSTOMER_USER, newcomer.name());
    }
}
