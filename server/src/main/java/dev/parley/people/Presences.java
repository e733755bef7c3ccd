package dev.parley.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.access.Caller;
import dev.parley.access.Persons;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.base.SessionId;
import dev.parley.base.Settings;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Who is there, in this process's memory. What changes by an event is told at once, what changes by time within five
/// seconds, and only when others would see a difference.
@ApplicationScoped
public class Presences {
    private static final int REMEMBERED = 20_000;
    // Longer than the time a socket takes to go after its session has ended.
    private static final Duration END_REMEMBERED_FOR = Duration.ofMinutes(2);

    private final Map<PersonId, Attendance> here = new ConcurrentHashMap<>();
    private final Cache<PersonId, Left> left =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<SessionId, Boolean> ended = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(END_REMEMBERED_FOR)
            .build();
    private final Availabilities availabilities;
    private final Persons persons;
    private final Notices notices;
    private final Clock clock;
    private final Duration idleAgent;
    private final Duration idleCustomer;

    private record Left(PresenceRule.Verdict verdict, long since) {}

    Presences(Availabilities availabilities, Persons persons, Notices notices, Settings settings, Clock clock) {
        this.availabilities = availabilities;
        this.persons = persons;
        this.notices = notices;
        this.clock = clock;
        this.idleAgent = settings.idleAgent();
        this.idleCustomer = settings.idleCustomer();
    }

    /// One more connection of this caller. The same connection counts once.
    public void connected(Caller caller, Object connection) {
        Attendance attendance = here.compute(caller.id(), (id, known) -> {
            Attendance one = known == null ? new Attendance(caller, clock.millis()) : known;
            one.connected(connection);
            return one;
        });
        lookIfInMemory(attendance);
    }

    /// The person touched keyboard or pointer.
    public void active(Caller caller) {
        Attendance attendance = here.get(caller.id());
        if (attendance != null) {
            attendance.active(clock.millis());
            lookIfInMemory(attendance);
        }
    }

    /// To be said before the connections of the session are closed: who leaves by signing out is offline at once.
    public void sessionEnded(SessionId session) {
        ended.put(session, true);
    }

    public void disconnected(Caller caller, Object connection) {
        Attendance attendance = here.get(caller.id());
        if (attendance != null) {
            attendance.disconnected(connection, clock.millis(), ended.getIfPresent(caller.session()) != null);
            lookIfInMemory(attendance);
        }
    }

    /// Whether the person has an open connection right now.
    public boolean connected(PersonId person) {
        Attendance attendance = here.get(person);
        return attendance != null && attendance.connected();
    }

    /// What other agents see of the person.
    public Presence presence(PersonId person) {
        return presence(person, false);
    }

    /// What is seen of the person in a chat among agents, or in an `external` one with somebody outside.
    public Presence presence(PersonId person, boolean external) {
        Attendance attendance = here.get(person);
        if (attendance != null) {
            PresenceRule.Verdict verdict = verdict(attendance, external, clock.instant());
            return presence(attendance.person(), verdict, Optional.of(attendance.since(verdict)));
        }
        PersonRef who = persons.person(person).orElseThrow(() -> new Refusal(Code.NOT_FOUND, "no such person"));
        return absent(who);
    }

    /// The presence of somebody who is known not to be a stranger, without asking the database who he is.
    Presence presence(PersonRef person) {
        return here.containsKey(person.id()) ? presence(person.id(), false) : absent(person);
    }

    private Presence absent(PersonRef person) {
        Left gone = left.getIfPresent(person.id());
        return gone == null
                ? presence(person, PresenceRule.Verdict.GONE, Optional.empty())
                : presence(person, gone.verdict(), Optional.of(gone.since()));
    }

    /// When the person went, if that is known: since this process has been running.
    Optional<Instant> leftAt(PersonId person) {
        return Optional.ofNullable(left.getIfPresent(person)).map(gone -> Instant.ofEpochMilli(gone.since()));
    }

    private static Presence presence(PersonRef person, PresenceRule.Verdict verdict, Optional<Long> since) {
        return new Presence(person, verdict.state(), verdict.reason(), since.map(Instant::ofEpochMilli));
    }

    /// Those of a kind who are here, at most so many.
    List<PersonRef> here(Predicate<PersonRef.Kind> kind, int most) {
        return here.values().stream()
                .map(Attendance::person)
                .filter(person -> kind.test(person.kind()))
                .limit(most)
                .toList();
    }

    List<PersonId> agentsHere() {
        List<PersonId> agents = new ArrayList<>();
        for (Attendance attendance : here.values()) {
            if (attendance.person().kind() == PersonRef.Kind.AGENT) {
                agents.add(attendance.person().id());
            }
        }
        return agents;
    }

    /// Notices what changed by time alone: away, offline, the begin and end of an absence.
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        // Read what has to be read again in one statement, before each of them is looked at.
        availabilities.readiness(agentsHere());
        Instant now = clock.instant();
        here.values().forEach(attendance -> look(attendance, now));
    }

    /// Input and broken connections are noticed on event loops, which never wait for the database: an agent whose
    /// choice is not in memory just now is looked at by the next sweep.
    private void lookIfInMemory(Attendance attendance) {
        PersonRef person = attendance.person();
        if (person.kind() != PersonRef.Kind.AGENT || availabilities.inMemory(person.id())) {
            look(attendance, clock.instant());
        }
    }

    private void look(Attendance attendance, Instant now) {
        PresenceRule.Verdict internally = verdict(attendance, false, now);
        PresenceRule.Verdict externally = verdict(attendance, true, now);
        boolean changed = attendance.show(internally, externally, now.toEpochMilli());
        PersonId person = attendance.person().id();
        if (internally.state() == Presence.State.OFFLINE) {
            forget(person, internally);
        }
        if (changed) {
            notices.tell(new Notice(Notice.Topic.PRESENCE, person.value()));
        }
    }

    private void forget(PersonId person, PresenceRule.Verdict verdict) {
        here.computeIfPresent(person, (id, attendance) -> {
            if (attendance.connected()) {
                return attendance;
            }
            left.put(id, new Left(verdict, attendance.since(verdict)));
            return null;
        });
    }

    private PresenceRule.Verdict verdict(Attendance attendance, boolean external, Instant now) {
        boolean agent = attendance.person().kind() == PersonRef.Kind.AGENT;
        PresenceRule.Readied readied =
                agent ? readied(attendance.person().id(), external, now) : PresenceRule.Readied.THERE;
        return attendance.verdict(readied, now.toEpochMilli(), agent ? idleAgent : idleCustomer);
    }

    private PresenceRule.Readied readied(PersonId agent, boolean external, Instant now) {
        Optional<Readiness> ready = availabilities.readiness(agent);
        return PresenceRule.readied(
                ready.map(Readiness::availability).orElse(Availability.UNAVAILABLE),
                ready.isPresent() && ready.get().absent(now),
                external);
    }
}
