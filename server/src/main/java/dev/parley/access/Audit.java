package dev.parley.access;

import dev.parley.base.PersonId;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Who did what that others may have to account for; written in the transaction of the deed.
@ApplicationScoped
public class Audit {
    private static final String RECORD = """
            insert into audit (at, actor_id, action, subject, detail) values (:at, :actor, :action, :subject, :detail)
            """;

    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    public void record(Tx tx, Caller caller, String action, String subject, String detail) {
        record(tx, caller.id(), action, subject, detail);
    }

    /// Of somebody who did it without a session: his mailbox speaks for him.
    public void record(Tx tx, PersonId actor, String action, String subject, String detail) {
        tx.handle()
                .createUpdate(RECORD)
                .bind("at", clock.instant())
                .bind("actor", actor.value())
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .execute();
    }
}
