package dev.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.base.SessionId;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import dev.parley.storage.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/// Who is signed in. A session is a random token that only its holder knows; ending one reaches every open socket
/// within seconds by a notice.
@ApplicationScoped
public class Sessions {
    private static final int REMEMBERED = 50_000;
    private static final int DEVICE_LENGTH = 200;
    // Short, for what a lost notice would let through; long enough for a storm of requests of one page.
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(4);
    private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final SessionStore store;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, SessionStore.Found> found = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();
    private final Cache<SessionId, Boolean> usedLately = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(USE_WRITTEN_EVERY)
            .build();

    // Apart from `found`, because it is asked for by the session's id.
    private final Cache<SessionId, Instant> expiries = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    Sessions(Database database, SessionStore store, Notices notices, Settings settings, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.store = store;
        this.clock = clock;
        notices.forgetOn(Notice.Topic.SESSION, notice -> forgetSession(notice.id()));
        notices.forgetOn(Notice.Topic.PERSON, notice -> forgetPerson(notice.id()));
    }

    /// Who holds this token. Refuses an unknown token as unauthenticated, and one of a session that was ended or
    /// expired as such.
    public Caller caller(String token) {
        var secret = new Token(token);
        SessionStore.Found session = found.get(secret.key(), key -> find(secret));
        if (!session.alive() || over(session)) {
            throw new Refusal(Code.SESSION_ENDED, "the session has ended, sign in again");
        }
        return session.caller();
    }

    /// Looks many tokens up in one statement, so that asking for each of them in the next moment costs nothing: after a
    /// restart everybody comes back at once.
    public void recall(Collection<String> secrets) {
        List<Token> unknown = secrets.stream()
                .map(Token::new)
                .filter(token -> found.getIfPresent(token.key()) == null)
                .toList();
        if (!unknown.isEmpty()) {
            database.read(handle -> store.find(handle, unknown)).forEach((key, session) -> {
                found.put(key, session);
                expiries.put(session.caller().session(), session.expiresAt());
            });
        }
    }

    private SessionStore.Found find(Token token) {
        SessionStore.Found session = database.read(handle -> store.find(handle, List.of(token))).values().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Code.UNAUTHENTICATED, "sign in first"));
        expiries.put(session.caller().session(), session.expiresAt());
        return session;
    }

    private boolean over(SessionStore.Found session) {
        Caller caller = session.caller();
        Instant now = clock.instant();
        // Uses are written at most once a minute, and what is remembered here may be older than the last of them.
        Instant used = usedLately.getIfPresent(caller.session()) == null ? session.usedAt() : now;
        return limits(caller.person().kind()).over(used, session.expiresAt(), now);
    }

    /// Whether this session goes on: it was not ended, nor left unused for too long.
    public boolean alive(SessionId session) {
        return database.read(handle -> store.alive(handle, session, clock.instant()));
    }

    /// Starts a session and gives its token, which is stored nowhere.
    public String start(PersonRef person, String device) {
        return database.write(tx -> start(tx, person, device));
    }

    /// Starts a session within a transaction that does more.
    public String start(Tx tx, PersonRef person, String device) {
        Instant now = clock.instant();
        Token token = Token.random(random);
        store.start(
                tx.handle(),
                new SessionId(Ids.next()),
                token.hash(),
                person.id(),
                shortened(device),
                now,
                limits(person.kind()).expiresAt(now));
        return token.secret();
    }

    private static String shortened(String device) {
        String clean = device.replace("\u0000", "");
        int length = clean.codePointCount(0, clean.length());
        return length <= DEVICE_LENGTH ? clean : clean.substring(0, clean.offsetByCodePoints(0, DEVICE_LENGTH));
    }

    /// Until when the session lives at most; unused, it ends earlier.
    public Instant expiresAt(SessionId session) {
        return expiries.get(session, this::storedExpiry);
    }

    private Instant storedExpiry(SessionId session) {
        return database.read(handle -> store.expiresAt(handle, session))
                .orElseThrow(() -> new Refusal(Code.SESSION_ENDED, "the session has ended, sign in again"));
    }

    /// The person did something: the idle limit starts again. Costs a write at most once a minute.
    public void used(SessionId session) {
        if (usedLately.asMap().putIfAbsent(session, true) == null) {
            Instant now = clock.instant();
            Instant prolonged = limits(PersonRef.Kind.PUBLIC_USER).expiresAt(now);
            database.change(tx -> store.used(tx.handle(), session, now, prolonged));
            expiries.invalidate(session);
        }
    }

    /// Signs out.
    public void end(Caller caller) {
        database.change(tx -> {
            if (end(tx, caller, caller.session())) {
                tx.tellAfterCommit(
                        new Notice(Notice.Topic.SIGNED_OUT, caller.id().value()));
            }
        });
    }

    /// Ends the caller's session within a transaction that does more.
    public void end(Tx tx, Caller caller) {
        end(tx, caller, caller.session());
    }

    /// Signs out another device of the same person.
    public void end(Caller caller, SessionId other) {
        database.change(tx -> {
            if (!end(tx, caller, other)) {
                throw new Refusal(Code.NOT_FOUND, "no such session");
            }
        });
    }

    private boolean end(Tx tx, Caller caller, SessionId session) {
        boolean ended = store.end(tx.handle(), caller.id(), session, clock.instant());
        if (ended) {
            tx.tellAfterCommit(new Notice(Notice.Topic.SESSION, session.value()));
        }
        return ended;
    }

    public List<SessionLine> list(Caller caller) {
        return database.read(handle -> store.list(handle, caller.id(), caller.session()));
    }

    /// Ends every session of a person, as when an account becomes invalid or a password was changed.
    public void endAll(PersonId person) {
        database.change(tx -> endAll(tx, person));
    }

    /// The same within a transaction that does more.
    void endAll(Tx tx, PersonId person) {
        tell(tx, store.endAll(tx.handle(), person, clock.instant()));
    }

    /// Ends every session of the caller but the one he speaks in.
    void endOthers(Tx tx, Caller caller) {
        tell(tx, store.endOthers(tx.handle(), caller.id(), caller.session(), clock.instant()));
    }

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void endOver() {
        database.change(tx -> tell(
                tx,
                store.endOver(
                        tx.handle(),
                        clock.instant(),
                        limits(PersonRef.Kind.AGENT).idle(),
                        limits(PersonRef.Kind.CUSTOMER_USER).idle())));
    }

    private SessionLimits limits(PersonRef.Kind kind) {
        return SessionLimits.of(kind, settings.session());
    }

    private static void tell(Tx tx, List<UUID> ended) {
        ended.forEach(id -> tx.tellAfterCommit(new Notice(Notice.Topic.SESSION, id)));
    }

    private void forgetSession(UUID session) {
        usedLately.invalidate(new SessionId(session));
        forget(known -> known.caller().session().value().equals(session));
    }

    private void forgetPerson(UUID person) {
        forget(known -> known.caller().id().value().equals(person));
    }

    private void forget(Predicate<SessionStore.Found> whose) {
        found.asMap().values().removeIf(whose);
    }
}
