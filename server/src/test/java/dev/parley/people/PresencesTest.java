package dev.parley.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.Caller;
import dev.parley.access.MovableClock;
import dev.parley.access.Permissions;
import dev.parley.access.Persons;
import dev.parley.access.TestPeople;
import dev.parley.base.CustomerId;
import dev.parley.base.Ids;
import dev.parley.base.PersonRef;
import dev.parley.base.SessionId;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresencesTest {
    @Inject
    Database database;

    @Inject
    Availabilities availabilities;

    @Inject
    Persons persons;

    @Inject
    Notices notices;

    @Inject
    Settings settings;

    private final MovableClock clock = new MovableClock();
    private final List<UUID> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        notices.subscribe(Notice.Topic.PRESENCE, notice -> told.add(notice.id()));
    }

    @Test
    void customerUserIsAvailableThenAwayThenAvailableAgain() {
        Presences presences = presences();
        Caller customer = customer();
        presences.connected(customer, new Object());
        assertState(presences, customer, Presence.State.AVAILABLE, Presence.Reason.ACTIVE);
        clock.pass(Duration.ofMinutes(5));
        presences.sweep();
        assertState(presences, customer, Presence.State.AWAY, Presence.Reason.IDLE);
        assertThat(presences.presence(customer.id()).since())
                .contains(clock.instant().minus(Duration.ofMinutes(5)));
        presences.active(customer);
        assertState(presences, customer, Presence.State.AVAILABLE, Presence.Reason.ACTIVE);
        assertThat(told)
                .containsExactly(
                        customer.id().value(),
                        customer.id().value(),
                        customer.id().value());
    }

    @Test
    void sweepIsSilentWhenNothingChanged() {
        Presences presences = presences();
        presences.connected(customer(), new Object());
        told.clear();
        presences.sweep();
        clock.pass(Duration.ofMinutes(1));
        presences.sweep();
        assertThat(told).isEmpty();
    }

    @Test
    void shortLossOfTheConnectionIsNotNoticed() {
        Presences presences = presences();
        Caller customer = customer();
        var first = new Object();
        presences.connected(customer, first);
        told.clear();
        presences.disconnected(customer, first);
        assertThat(presences.connected(customer.id())).isFalse();
        clock.pass(Duration.ofSeconds(30));
        presences.sweep();
        assertState(presences, customer, Presence.State.AVAILABLE, Presence.Reason.ACTIVE);
        presences.connected(customer, new Object());
        clock.pass(Duration.ofSeconds(60));
        presences.sweep();
        assertState(presences, customer, Presence.State.AVAILABLE, Presence.Reason.ACTIVE);
        assertThat(told).isEmpty();
    }

    @Test
    void longLossIsOffline() {
        Presences presences = presences();
        Caller customer = customer();
        var connection = new Object();
        presences.connected(customer, connection);
        presences.disconnected(customer, connection);
        told.clear();
        clock.pass(Duration.ofSeconds(31));
        presences.sweep();
        assertState(presences, customer, Presence.State.OFFLINE, Presence.Reason.GONE);
        assertThat(presences.presence(customer.id()).since())
                .contains(clock.instant().minusSeconds(31));
        assertThat(told).containsExactly(customer.id().value());
    }

    @Test
    void oneOfTwoConnectionsIsEnoughAndEachCountsOnce() {
        Presences presences = presences();
        Caller customer = customer();
        var phone = new Object();
        var desk = new Object();
        presences.connected(customer, phone);
        presences.connected(customer, phone);
        presences.connected(customer, desk);
        presences.disconnected(customer, phone);
        presences.disconnected(customer, phone);
        clock.pass(Duration.ofMinutes(1));
        presences.sweep();
        assertState(presences, customer, Presence.State.AVAILABLE, Presence.Reason.ACTIVE);
        presences.disconnected(customer, desk);
        clock.pass(Duration.ofMinutes(1));
        presences.sweep();
        assertState(presences, customer, Presence.State.OFFLINE, Presence.Reason.GONE);
    }

    @Test
    void whoSignsOutIsOfflineAtOnce() {
        Presences presences = presences();
        Caller customer = customer();
        var connection = new Object();
        presences.connected(customer, connection);
        presences.sessionEnded(customer.session());
        presences.disconnected(customer, connection);
        assertState(presences, customer, Presence.State.OFFLINE, Presence.Reason.SIGNED_OUT);
    }

    @Test
    void whoNeverCameIsOffline() {
        assertState(presences(), customer(), Presence.State.OFFLINE, Presence.Reason.GONE);
    }

    @Test
    void agentsAvailabilityDecidesForEachKindOfChat() {
        Presences presences = presences();
        Caller agent = agent();
        presences.connected(agent, new Object());
        assertState(presences, agent, Presence.State.UNAVAILABLE, Presence.Reason.SET_UNAVAILABLE);
        people().availability(agent.person(), "internal");
        assertState(presences, agent, Presence.State.AVAILABLE, Presence.Reason.ACTIVE);
        assertThat(presences.presence(agent.id(), true).reason()).isEqualTo(Presence.Reason.INTERNAL_ONLY);
        people().availability(agent.person(), "external");
        assertThat(presences.presence(agent.id(), true).state()).isEqualTo(Presence.State.AVAILABLE);
    }

    @Test
    void absenceBeginsByItselfAndIsTold() {
        Presences presences = presences();
        Caller agent = agent();
        people().availability(agent.person(), "external");
        people().outOfOffice(
                        agent.person(),
                        clock.instant().plusSeconds(60),
                        clock.instant().plusSeconds(3600));
        presences.connected(agent, new Object());
        presences.sweep();
        assertState(presences, agent, Presence.State.AVAILABLE, Presence.Reason.ACTIVE);
        told.clear();
        clock.pass(Duration.ofSeconds(61));
        presences.sweep();
        assertState(presences, agent, Presence.State.UNAVAILABLE, Presence.Reason.OUT_OF_OFFICE);
        assertThat(told).contains(agent.id().value());
    }

    private static void assertState(Presences presences, Caller caller, Presence.State state, Presence.Reason reason) {
        Presence presence = presences.presence(caller.id());
        assertThat(presence.state()).isEqualTo(state);
        assertThat(presence.reason()).isEqualTo(reason);
    }

    private Presences presences() {
        return new Presences(availabilities, persons, notices, settings, clock);
    }

    private Caller customer() {
        PersonRef person = people().customerUser("customer-" + Ids.next());
        return new Caller.CustomerUser(person, new SessionId(Ids.next()), new CustomerId(Ids.next()));
    }

    private Caller agent() {
        PersonRef person = people().agent("agent-" + Ids.next());
        return new Caller.Agent(person, new SessionId(Ids.next()), false, Permissions.NONE);
    }

    private TestPeople people() {
        return new TestPeople(database);
    }
}
