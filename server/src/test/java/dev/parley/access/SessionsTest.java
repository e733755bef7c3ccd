package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.base.Code;
import dev.parley.base.GroupId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsTest {
    @Inject
    Database database;

    @Inject
    Notices notices;

    @Inject
    SessionStore store;

    private final MovableClock clock = new MovableClock();

    @Test
    void tokenNamesItsCallerWithTheHighestLevelOfEachGroup() {
        PersonRef agent = people().agent("ines");
        GroupId sales = people().group("sales");
        GroupId billing = people().group("billing");
        people().permit(agent, sales, "chat_observer");
        people().permit(agent, sales, "chat_owner");
        people().permit(agent, sales, "rw");
        people().permit(agent, billing, "chat_participant");
        String token = sessions().start(agent, "Firefox");
        var caller = (Caller.Agent) sessions().caller(token);
        assertThat(caller.person()).isEqualTo(agent);
        assertThat(caller.permissions().chatLevels()).isEqualTo(Map.of(sales, Level.OWNER, billing, Level.PARTICIPANT));
    }

    @Test
    void tokenIsLongRandomAndStoredOnlyAsItsHash() {
        PersonRef agent = people().agent("jon");
        String token = sessions().start(agent, "");
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(sessions().start(agent, "")).isNotEqualTo(token);
        int stored = database.read(handle -> handle.createQuery("select count(*) from session where token_hash = :hash")
                .bind("hash", new Token(token).hash())
                .mapTo(int.class)
                .one());
        assertThat(stored).isEqualTo(1);
    }

    @Test
    void madeUpTokenIsUnauthenticated() {
        assertRefused(Code.UNAUTHENTICATED, sessions(), "made-up");
        assertRefused(Code.UNAUTHENTICATED, sessions(), "");
    }

    @Test
    void endedSessionIsRefusedAtOnceAndTold() {
        PersonRef agent = people().agent("kim");
        Sessions sessions = sessions();
        String token = sessions.start(agent, "");
        Caller caller = sessions.caller(token);
        List<UUID> told = new CopyOnWriteArrayList<>();
        notices.subscribe(Notice.Topic.SESSION, notice -> told.add(notice.id()));
        sessions.end(caller);
        assertRefused(Code.SESSION_ENDED, sessions, token);
        assertThat(told).contains(caller.session().value());
    }

    @Test
    void onlyOnesOwnSessionsCanBeEnded() {
        Sessions sessions = sessions();
        String one = sessions.start(people().agent("leo"), "phone");
        String other = sessions.start(people().agent("mia"), "desk");
        Caller leo = sessions.caller(one);
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> sessions.end(leo, sessions.caller(other).session()));
        assertThat(refusal.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(sessions.caller(other).person().name()).isEqualTo("Agent mia");
        assertThat(sessions.list(leo)).singleElement().satisfies(line -> {
            assertThat(line.device()).isEqualTo("phone");
            assertThat(line.current()).isTrue();
        });
    }

    @Test
    void unusedSessionEndsAfterItsIdleLimit() {
        String agent = sessions().start(people().agent("nora"), "");
        String customer = sessions().start(people().customerUser("omar"), "");
        clock.pass(Duration.ofMinutes(29));
        sessions().caller(agent);
        clock.pass(Duration.ofMinutes(1));
        assertRefused(Code.SESSION_ENDED, sessions(), agent);
        sessions().caller(customer);
        clock.pass(Duration.ofMinutes(30));
        assertRefused(Code.SESSION_ENDED, sessions(), customer);
    }

    @Test
    void deskMaySetItsOwnLimits() {
        Sessions strict = sessions(Map.of("parley.session.agent-idle", "5m", "parley.session.customer-longest", "1h"));
        String agent = strict.start(people().agent("uta"), "");
        String customer = strict.start(people().customerUser("vera"), "");
        assertThat(strict.expiresAt(strict.caller(customer).session()))
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        clock.pass(Duration.ofMinutes(5));
        assertRefused(Code.SESSION_ENDED, strict, agent);
        strict.endOver();
        clock.pass(Duration.ofMinutes(-1));
        assertRefused(Code.SESSION_ENDED, sessions(), agent);
    }

    @Test
    void useKeepsASessionButNotBeyondItsAbsoluteLimit() {
        Sessions sessions = sessions();
        String token = sessions.start(people().agent("pia"), "");
        for (int i = 0; i < 12 * 3 - 1; i++) {
            clock.pass(Duration.ofMinutes(20));
            // A new instance each time, because this clock does not move the caches'.
            Sessions again = sessions();
            again.used(again.caller(token).session());
        }
        clock.pass(Duration.ofMinutes(20));
        assertRefused(Code.SESSION_ENDED, sessions(), token);
    }

    @Test
    void publicUsersSessionLivesADayAfterTheLastLine() {
        var person = PublicUsers.Newcomer.of(new PersonId(Ids.next()), "Quinn", null, null, null, null);
        String token = database.write(tx -> {
            new PublicUsers(new PersonStore(), clock).create(tx, person);
            return sessions().start(tx, person.person(), "");
        });
        clock.pass(Duration.ofHours(23));
        Sessions late = sessions();
        late.used(late.caller(token).session());
        clock.pass(Duration.ofHours(23));
        assertThat(sessions().caller(token)).isInstanceOf(Caller.PublicUser.class);
        clock.pass(Duration.ofHours(1));
        assertRefused(Code.SESSION_ENDED, sessions(), token);
    }

    @Test
    void invalidAccountsSessionHasEnded() {
        PersonRef agent = people().agent("rosa");
        Sessions sessions = sessions();
        String token = sessions.start(agent, "");
        sessions.caller(token);
        people().invalidate(agent);
        assertRefused(Code.SESSION_ENDED, sessions, token);
    }

    @Test
    void permissionTakenAwayCountsAtOnce() {
        PersonRef agent = people().agent("sam");
        GroupId group = people().group("support");
        people().permit(agent, group, "chat_owner");
        Sessions sessions = sessions();
        String token = sessions.start(agent, "");
        assertThat(permissions(sessions, token).holds(group, Level.OWNER)).isTrue();
        people().execute("delete from permission where agent_id = ?", agent.id().value());
        database.change(tx ->
                tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, agent.id().value())));
        assertThat(permissions(sessions, token)).isEqualTo(Permissions.NONE);
    }

    @Test
    void whatIsOverIsEndedAndToldSoThatOpenSocketsClose() {
        PersonRef agent = people().agent("tess");
        String token = sessions().start(agent, "");
        Caller caller = sessions().caller(token);
        List<UUID> told = new CopyOnWriteArrayList<>();
        notices.subscribe(Notice.Topic.SESSION, notice -> told.add(notice.id()));
        clock.pass(Duration.ofMinutes(31));
        sessions().endOver();
        assertThat(told).contains(caller.session().value());
        assertRefused(Code.SESSION_ENDED, sessions(), token);
    }

    private static Permissions permissions(Sessions sessions, String token) {
        return ((Caller.Agent) sessions.caller(token)).permissions();
    }

    private static void assertRefused(Code code, Sessions sessions, String token) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> sessions.caller(token));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    private Sessions sessions() {
        return sessions(Map.of());
    }

    private Sessions sessions(Map<String, String> settings) {
        return new Sessions(database, store, notices, SomeSettings.of(settings), clock);
    }

    private TestPeople people() {
        return new TestPeople(database);
    }
}
