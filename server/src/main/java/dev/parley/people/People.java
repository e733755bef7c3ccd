package dev.parley.people;

import dev.parley.access.Agents;
import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.access.Permissions;
import dev.parley.base.ChannelId;
import dev.parley.base.PersonId;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.channel.Direction;
import dev.parley.channel.Directions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who can be chatted with right now, and who takes which requests.
@ApplicationScoped
public class People {
    private final Agents agents;
    private final Channels channels;
    private final Availabilities availabilities;
    private final Presences presences;
    private final Directions directions;
    private final Clock clock;

    People(
            Agents agents,
            Channels channels,
            Availabilities availabilities,
            Presences presences,
            Directions directions,
            Clock clock) {
        this.agents = agents;
        this.channels = channels;
        this.availabilities = availabilities;
        this.presences = presences;
        this.directions = directions;
        this.clock = clock;
    }

    /// Whether requests of this channel stand in the agent's list: he is there for external chats, chose the
    /// channel, owns it still, and is not out of office.
    public boolean mayTake(Caller.Agent agent, ChatChannel channel) {
        return taken(agent.id(), agent.permissions()).contains(channel.id());
    }

    /// The channels whose requests the agent takes right now.
    public Set<ChannelId> takes(PersonId agent) {
        return taken(agent, agents.permissions(agent));
    }

    private Set<ChannelId> taken(PersonId agent, Permissions permissions) {
        Optional<Readiness> ready = availabilities.readiness(agent);
        if (ready.isEmpty() || !external(ready.get())) {
            return Set.of();
        }
        return channels.valid().stream()
                .filter(channel -> ready.get().chosen().contains(channel.id()))
                .filter(channel -> permissions.holds(channel.group(), Level.OWNER))
                .map(ChatChannel::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean external(Readiness ready) {
        return ready.availability() == Availability.EXTERNAL && !ready.absent(clock.instant());
    }

    /// The agents who take requests of this channel and are here, at the keyboard or away from it.
    public Set<PersonId> availableFor(ChatChannel channel) {
        Set<PersonId> owners = agents.holding(channel.group(), Level.OWNER).stream()
                .filter(agent -> presences.presence(agent, true).reachable())
                .collect(Collectors.toSet());
        return availabilities.readiness(owners).values().stream()
                .flatMap(Optional::stream)
                .filter(ready -> external(ready) && ready.chosen().contains(channel.id()))
                .map(ready -> ready.person().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The agents who take requests of this channel when they are there for it: its owners who chose it and are not
    /// out of office; if nobody did, all its owners.
    public Set<PersonId> serving(ChatChannel channel) {
        Set<PersonId> owners = agents.holding(channel.group(), Level.OWNER);
        Set<PersonId> serving = availabilities.readiness(owners).values().stream()
                .flatMap(Optional::stream)
                .filter(ready -> ready.chosen().contains(channel.id()) && !ready.absent(clock.instant()))
                .map(ready -> ready.person().id())
                .collect(Collectors.toUnmodifiableSet());
        return serving.isEmpty() ? owners : serving;
    }

    /// How many agents are here and there for external chats.
    public int availableAgents() {
        return (int) presences.agentsHere().stream()
                .filter(agent -> presences.presence(agent, true).state() == Presence.State.AVAILABLE)
                .count();
    }

    /// Whether another agent can ask this one for a chat or invite him.
    public boolean reachable(PersonId agent) {
        return agents.agent(agent).isPresent() && presences.presence(agent).reachable();
    }

    /// Whether the agent can ask customer users for a chat at all: such chats are switched on, and he may write where
    /// they begin.
    public boolean asksCustomerUsers(Caller.Agent agent) {
        return directions.allowed(Direction.AGENT_CUSTOMER)
                && agent.permissions().holds(channels.defaultChannel().group(), Level.PARTICIPANT);
    }

    /// All agents who can be asked for a chat or invited, by name.
    public List<Presence> reachableAgents() {
        return presences.agentsHere().stream()
                .map(presences::presence)
                .filter(Presence::reachable)
                .sorted(PeopleList.ORDER)
                .toList();
    }

    /// Whether the person has an open connection right now.
    public boolean connected(PersonId person) {
        return presences.connected(person);
    }
}
