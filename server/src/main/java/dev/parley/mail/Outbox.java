package dev.parley.mail;

import dev.parley.base.Ids;
import dev.parley.base.Settings;
import dev.parley.storage.Tx;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Takes letters. One that is put in within a transaction is sent at least once if that commits, and never if it does
/// not; a repeat has the same Message-ID.
@Singleton
public class Outbox {
    private final OutboxStore store;
    private final Carrier carrier;
    private final Clock clock;
    private final boolean on;
    private final String domain;

    Outbox(OutboxStore store, Carrier carrier, Settings settings, Clock clock) {
        this.store = store;
        this.carrier = carrier;
        this.clock = clock;
        this.on = settings.mail().host().isPresent();
        this.domain = URI.create(settings.address()).getHost();
    }

    /// Whether there is a mail server to send by. Without one nothing is put in.
    public boolean on() {
        return on;
    }

    public void put(Tx tx, Letter letter) {
        if (on) {
            UUID id = Ids.next();
            store.add(tx.handle(), id, messageId(id), letter, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /// Sends a letter at once and only once, to show whether it can be: false if the mail server did not take it.
    public boolean tryNow(Letter letter) {
        try {
            carrier.carry(letter, messageId(Ids.next()));
            return true;
        } catch (RuntimeException failed) {
            Log.warnf("a test mail was not taken: %s", failed);
            return false;
        }
    }

    private String messageId(UUID id) {
        return "<" + id + "@" + domain + ">";
    }
}
