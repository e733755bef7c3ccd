package dev.parley.access.account;

import dev.parley.access.Audit;
import dev.parley.access.Entrance;
import dev.parley.access.Passwords;
import dev.parley.access.SignIn;
import dev.parley.access.Token;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/// A new password for whoever comes with the link from his mail. Whoever was signed in with the old one is so no
/// longer, and the mailbox is told.
@ApplicationScoped
class NewPasswords {
    private final Database database;
    private final AccountRequests requests;
    private final AccountHolderStore holders;
    private final AccountLetters letters;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Audit audit;

    NewPasswords(
            Database database,
            AccountRequests requests,
            AccountHolderStore holders,
            AccountLetters letters,
            Passwords passwords,
            SignIn signIn,
            Audit audit) {
        this.database = database;
        this.requests = requests;
        this.holders = holders;
        this.letters = letters;
        this.passwords = passwords;
        this.signIn = signIn;
        this.audit = audit;
    }

    void choose(Entrance entrance, Token token, String password, String address) {
        requests.countTry(address);
        AccountRequest.Kind kind = AccountRequest.Kind.resetOf(entrance);
        AccountHolder known = database.write(tx -> holder(tx, requests.usable(tx, token, kind)));
        Map<String, String> faults = passwords.rules(password, known.personal());
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults);
        }
        // Takes long, so it is done outside of the transaction, and the link is looked at once more.
        String hash = passwords.hash(password);
        database.change(tx -> {
            AccountRequest request = requests.usable(tx, token, kind);
            AccountHolder holder = holder(tx, request);
            holders.setPassword(tx.handle(), entrance, holder.id(), hash);
            requests.done(tx, request);
            signIn.beginAnew(tx, entrance, holder.id(), holder.logins());
            letters.tellChanged(tx, request, holder);
            audit.record(tx, holder.id(), "password", holder.id().toString(), "chosen by mail");
        });
    }

    /// The account may have become invalid since the link was mailed.
    private AccountHolder holder(Tx tx, AccountRequest request) {
        Optional<PersonId> person = request.person();
        return person.flatMap(id -> holders.holder(tx.handle(), request.kind().entrance, id))
                .orElseThrow(() -> Refusal.fields(Map.of("token", "unknown")));
    }
}
