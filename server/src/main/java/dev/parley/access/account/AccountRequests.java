package dev.parley.access.account;

import dev.parley.access.Token;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import dev.parley.mail.EmailAddress;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What people asked for who cannot sign in, from the asking to the link that is used. Asking writes one row of the
/// same make, whether there is an account or not, so neither the answer nor the time it takes tells; the mail is
/// written afterwards (`AccountMail`).
@ApplicationScoped
class AccountRequests {
    private static final int MOST_OPEN = 50_000;
    private static final Duration COUNTED = Duration.ofDays(1);

    private final Database database;
    private final AccountRequestStore store;
    private final AccountLimits limits;
    private final Clock clock;

    AccountRequests(Database database, AccountRequestStore store, AccountLimits limits, Clock clock) {
        this.database = database;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /// Refuses one request too many from this address on the network, or for this mailbox; asked before anything that
    /// takes long.
    void requireRoom(String address, EmailAddress email) {
        limits.asks(address, email.key());
    }

    void add(Newcomer newcomer) {
        database.change(tx -> {
            add(tx, newcomer.id().value(), AccountRequest.Kind.REGISTRATION, newcomer.email(), newcomer.locale());
            store.describe(tx.handle(), newcomer);
        });
    }

    void addReset(AccountRequest.Kind kind, String email, String locale) {
        database.change(tx -> add(tx, Ids.next(), kind, email, locale));
    }

    private void add(Tx tx, UUID id, AccountRequest.Kind kind, String email, String locale) {
        Instant now = clock.instant();
        var open = new AccountRequestStore.Open(now.minus(COUNTED), MOST_OPEN);
        if (!store.add(tx.handle(), id, kind, email, locale, now, open)) {
            throw Refusal.wait(Code.TOO_MANY_ATTEMPTS, "too many people ask for mail", Duration.ofHours(1));
        }
    }

    /// Somebody at this address on the network comes with a link; refused if he does so too often.
    void countTry(String address) {
        limits.tries(address);
    }

    /// The request of this link, if it may be used now; nobody else uses it before the transaction ends.
    AccountRequest usable(Tx tx, Token token, AccountRequest.Kind kind) {
        Optional<AccountRequest> request = store.byToken(tx.handle(), token).filter(found -> found.kind() == kind);
        request.map(found -> found.fault(clock.instant()))
                .orElse(Optional.of("unknown"))
                .ifPresent(AccountRequests::refuse);
        return request.orElseThrow();
    }

    Newcomer newcomer(Tx tx, AccountRequest request) {
        return store.newcomer(tx.handle(), request.id())
                .orElseThrow(() -> new IllegalStateException("a registration without a newcomer: " + request.id()));
    }

    void done(Tx tx, AccountRequest request) {
        store.done(tx.handle(), request, clock.instant());
    }

    private static void refuse(String code) {
        throw Refusal.fields(Map.of("token", code));
    }
}
