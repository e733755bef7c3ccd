package dev.parley.widget.visitor;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import dev.parley.widget.Widget;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at the tokens by which pages vouch for their visitors, and sees that each is used once.
@ApplicationScoped
public class IdentityTokens {
    private static final int MOST_REFUSED = 30;
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final Database database;
    private final VisitorStore store;
    private final WidgetKeys keys;
    private final Settings settings;
    private final Clock clock;
    private final Pace refused = new Pace(MOST_REFUSED, WHILE);

    IdentityTokens(Database database, VisitorStore store, WidgetKeys keys, Settings settings, Clock clock) {
        this.database = database;
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /// Runs what takes a token from this address. Only what is refused counts: behind one address there may be a whole
    /// company.
    public <T> T attempt(String address, Supplier<T> work) {
        Instant now = clock.instant();
        Optional<Duration> wait = settings.limits() ? refused.full(address, now) : Optional.empty();
        if (wait.isPresent()) {
            throw Refusal.wait(Code.TOO_MANY_ATTEMPTS, "too many tokens were refused, wait a moment", wait.get());
        }
        try {
            return work.get();
        } catch (Refusal no) {
            if (no.code() == Code.IDENTITY_REFUSED) {
                refused.count(address, now);
            }
            throw no;
        }
    }

    /// What the token says, if it is one for this widget.
    public IdentityToken verified(Widget widget, String token) {
        return IdentityToken.verified(token, widget.key(), keys.of(widget), clock.instant());
    }

    /// Uses the token up; refuses one that was used before.
    public void spend(Tx tx, Widget widget, IdentityToken token) {
        if (!store.spend(tx.handle(), widget.id(), token)) {
            throw Refusal.identity("replayed", "this token was used before, make another");
        }
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetExpired() {
        database.change(tx -> store.forgetExpired(tx.handle(), clock.instant()));
    }
}
