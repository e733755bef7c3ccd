package dev.parley.access.account;

import dev.parley.access.Token;
import dev.parley.base.PersonId;
import dev.parley.mail.Outbox;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Answers by mail what people asked for who cannot sign in, a moment after they asked. The letter, the hash of its
/// token and what was decided are written in one transaction. Many nodes may do this side by side.
@ApplicationScoped
class AccountMail {
    private static final int MOST_AT_ONCE = 100;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final AccountRequestStore requests;
    private final AccountHolderStore holders;
    private final AccountLetters letters;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountMail(
            Database database,
            AccountRequestStore requests,
            AccountHolderStore holders,
            AccountLetters letters,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.requests = requests;
        this.holders = holders;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void write() {
        int written = 0;
        while (outbox.on() && written < MOST_AT_ONCE && writeOne()) {
            written++;
        }
    }

    /// False if nobody waits.
    boolean writeOne() {
        return database.write(tx -> {
            Optional<AccountRequest> next = requests.next(tx.handle());
            next.ifPresent(request -> answer(tx, request));
            return next.isPresent();
        });
    }

    private void answer(Tx tx, AccountRequest request) {
        Optional<AccountHolder> holder = holders.holder(tx.handle(), request.kind().entrance, request.email());
        switch (request.kind()) {
            case REGISTRATION -> answerRegistration(tx, request, holder);
            case CUSTOMER_RESET, AGENT_RESET ->
                holder.ifPresentOrElse(
                        known -> link(tx, request, known.email(), Optional.of(known.id())),
                        () -> requests.done(tx.handle(), request, clock.instant()));
        }
    }

    private void answerRegistration(Tx tx, AccountRequest request, Optional<AccountHolder> holder) {
        if (!holders.taken(tx.handle(), request.email())) {
            link(tx, request, request.email(), Optional.empty());
            return;
        }
        holder.ifPresent(known -> letters.tellExists(tx, request, known));
        requests.done(tx.handle(), request, clock.instant());
    }

    private void link(Tx tx, AccountRequest request, String to, Optional<PersonId> person) {
        Token token = Token.random(random);
        Instant expiresAt = clock.instant().plus(request.kind().life);
        requests.mailed(tx.handle(), request, token, expiresAt, person);
        letters.sendLink(tx, request, to, token);
    }

    @Scheduled(every = "1h", delayed = "9m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        database.change(tx -> requests.sweep(tx.handle(), clock.instant().minus(KEPT)));
    }
}
