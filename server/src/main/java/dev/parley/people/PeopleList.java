package dev.parley.people;

import dev.parley.access.Caller;
import dev.parley.access.Persons;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.channel.Direction;
import dev.parley.channel.Directions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What the People widget shows an agent: everybody, himself too, best presence first, then by name.
@ApplicationScoped
class PeopleList {
    static final Comparator<Presence> ORDER = Comparator.comparing(Presence::state)
            .thenComparing(presence -> presence.person().name().toLowerCase(Locale.ROOT))
            .thenComparing(presence -> presence.person().id().value());
    private static final int MOST_AGENTS = 2_000;
    private static final int MOST_CUSTOMER_USERS = 1_000;

    private final Availabilities availabilities;
    private final Presences presences;
    private final People people;
    private final Persons persons;
    private final Channels channels;
    private final Directions directions;
    private final Clock clock;

    PeopleList(
            Availabilities availabilities,
            Presences presences,
            People people,
            Persons persons,
            Channels channels,
            Directions directions,
            Clock clock) {
        this.availabilities = availabilities;
        this.presences = presences;
        this.people = people;
        this.persons = persons;
        this.channels = channels;
        this.directions = directions;
        this.clock = clock;
    }

    PeopleLines people(Caller.Agent agent) {
        Instant now = clock.instant();
        List<Readiness> all = availabilities.all(MOST_AGENTS);
        return new PeopleLines(agents(agent, all, now), customerUsers(agent), outOfOffice(all, now));
    }

    private List<PeopleLines.AgentLine> agents(Caller.Agent looking, List<Readiness> all, Instant now) {
        boolean allowed = directions.allowed(Direction.AGENT_AGENT);
        List<ChatChannel> valid = channels.valid();
        return all.stream()
                .map(ready -> agent(ready, allowed && !ready.person().id().equals(looking.id()), valid, now))
                .sorted(Comparator.comparing(PeopleLines.AgentLine::presence, ORDER))
                .toList();
    }

    private PeopleLines.AgentLine agent(Readiness ready, boolean allowed, List<ChatChannel> valid, Instant now) {
        Presence presence = presences.presence(ready.person());
        Set<String> taken = ready.availability() == Availability.EXTERNAL
                ? people.takes(ready.person().id()).stream()
                        .map(id -> channels.channel(id).name())
                        .collect(Collectors.toSet())
                : Set.of();
        return new PeopleLines.AgentLine(
                presence,
                allowed && presence.reachable(),
                valid.stream().map(ChatChannel::name).filter(taken::contains).toList(),
                ready.absence(now).map(Absence::endsAt));
    }

    private List<PeopleLines.CustomerUserLine> customerUsers(Caller.Agent looking) {
        boolean allowed = people.asksCustomerUsers(looking);
        return presences.here(kind -> kind == PersonRef.Kind.CUSTOMER_USER, MOST_CUSTOMER_USERS).stream()
                .map(presences::presence)
                .sorted(ORDER)
                .map(presence -> new PeopleLines.CustomerUserLine(
                        presence, persons.company(presence.person().id()), allowed && presence.reachable()))
                .toList();
    }

    private List<PeopleLines.AbsentLine> outOfOffice(List<Readiness> all, Instant now) {
        return all.stream()
                .flatMap(ready -> ready.absence(now).stream()
                        .map(absence -> new PeopleLines.AbsentLine(
                                presences.presence(ready.person()), absence.startsAt(), absence.endsAt())))
                .sorted(Comparator.comparing(
                        line -> line.presence().person().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
