package dev.parley.widget.visitor;

import dev.parley.access.Caller;
import dev.parley.access.Sessions;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes a public user's session along into a window of its own, whose cookies are kept apart from the frame's. The new
/// window makes a secret and keeps it; the frame, which has the session, lays the secret's hash down here; who knows
/// the
/// secret may then start a session of the same person. The page between them sees the hash only.
@ApplicationScoped
public class Handovers {
    private static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final int MOST_WRONG = 20;
    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    // 128 bits in hexadecimal or base64 at least.
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    private static final String LAY_DOWN = """
            insert into handover (session_id, secret_hash, expires_at) values (:session, :hash, :expires)
            on conflict (session_id) do update
               set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
            """;
    private static final String TAKEN =
            "select count(*) > 0 from handover where secret_hash = :hash and session_id <> :session";
    private static final String TAKE_UP = """
            delete from handover h
             using session s, person p
             where h.secret_hash = :hash and s.id = h.session_id and p.id = s.person_id
               and h.expires_at > :at and s.ended_at is null and s.expires_at > :at
            returning p.id, p.name
            """;
    private static final String FORGET = "delete from handover where expires_at <= :at";

    private final Database database;
    private final Sessions sessions;
    private final Settings settings;
    private final Clock clock;
    private final Pace wrong = new Pace(MOST_WRONG, WHILE);

    Handovers(Database database, Sessions sessions, Settings settings, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /// Lays down the hash (SHA-256, hexadecimal) of the secret that may take up this caller's session within a minute.
    /// A
    /// session has one such hash at a time.
    public void layDown(Caller caller, String hash) {
        if (!(caller instanceof Caller.PublicUser)) {
            throw new Refusal(Code.FORBIDDEN, "for public users only");
        }
        if (!HASH.matcher(hash).matches()) {
            throw Refusal.fields(Map.of("hash", "format"));
        }
        byte[] bytes = HexFormat.of().parseHex(hash);
        Instant expires = clock.instant().plus(GOOD_FOR);
        database.change(tx -> {
            boolean taken = tx.handle()
                    .createQuery(TAKEN)
                    .bind("hash", bytes)
                    .bind("session", caller.session().value())
                    .mapTo(Boolean.class)
                    .one();
            if (taken) {
                throw Refusal.fields(Map.of("hash", "taken"));
            }
            tx.handle()
                    .createUpdate(LAY_DOWN)
                    .bind("session", caller.session().value())
                    .bind("hash", bytes)
                    .bind("expires", expires)
                    .execute();
        });
    }

    /// Starts a session for who knows the secret, and gives its token. Once; whether the secret is wrong, late or used
    /// is
    /// not told apart.
    public String takeUp(String secret, String address, String device) {
        requireRoom(address);
        Optional<String> token = SECRET.matcher(secret).matches() ? start(secret, device) : Optional.empty();
        return token.orElseThrow(() -> {
            wrong.count(address, clock.instant());
            return new Refusal(Code.UNAUTHENTICATED, "nothing is laid down for this secret");
        });
    }

    private Optional<String> start(String secret, String device) {
        return database.write(tx -> tx.handle()
                .createUpdate(TAKE_UP)
                .bind("hash", VisitorStore.hash(secret))
                .bind("at", clock.instant())
                .executeAndReturnGeneratedKeys()
                .map((row, context) -> new PersonRef(
                        new PersonId(Rows.uuid(row, "id")), PersonRef.Kind.PUBLIC_USER, row.getString("name")))
                .findOne()
                .map(person -> sessions.start(tx, person, device)));
    }

    private void requireRoom(String address) {
        Optional<Duration> wait = settings.limits() ? wrong.full(address, clock.instant()) : Optional.empty();
        if (wait.isPresent()) {
            throw Refusal.wait(Code.TOO_MANY_ATTEMPTS, "too many wrong secrets, wait a moment", wait.get());
        }
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetExpired() {
        database.change(tx ->
                tx.handle().createUpdate(FORGET).bind("at", clock.instant()).execute());
    }
}
