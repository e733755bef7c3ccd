package dev.parley.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.mail.Letter;
import dev.parley.mail.Outbox;
import dev.parley.mail.Texts;
import dev.parley.people.OwnSettings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Trying how one is reached.
@Path("/api/v1/me/notifications/test")
@Tag(name = "People")
@RunOnVirtualThread
public class NotificationTestRoutes {
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final int REMEMBERED = 10_000;

    private final Visit visit;
    private final OwnSettings own;
    private final Outbox outbox;
    private final Pushes pushes;
    private final Settings settings;
    private final Cache<PersonId, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(BETWEEN)
            .build();

    /// What became of one way.
    public enum Outcome {
        SENT,
        /// There is no browser to push to.
        NONE,
        /// There is no mail server.
        OFF,
        FAILED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What became of each way.
    public record Tried(Outcome push, Outcome email) {}

    NotificationTestRoutes(Visit visit, OwnSettings own, Outbox outbox, Pushes pushes, Settings settings) {
        this.visit = visit;
        this.own = own;
        this.outbox = outbox;
        this.pushes = pushes;
        this.settings = settings;
    }

    @POST
    @Operation(summary = "Try each way to reach oneself")
    public Tried test() {
        Caller.Agent agent = visit.agent();
        if (settings.limits() && lately.asMap().putIfAbsent(agent.id(), true) != null) {
            throw Refusal.wait(Code.TOO_FAST, "wait a moment before the next test", BETWEEN);
        }
        visit.used();
        OwnSettings.Recipient me = own.recipient(agent);
        return new Tried(pushes.test(me), mail(me));
    }

    private Outcome mail(OwnSettings.Recipient to) {
        if (!outbox.on()) {
            return Outcome.OFF;
        }
        Texts texts = Texts.of("notification", to.language());
        boolean taken = outbox.tryNow(new Letter(to.email(), texts.text("test.subject"), texts.text("test.text")));
        return taken ? Outcome.SENT : Outcome.FAILED;
    }
}
