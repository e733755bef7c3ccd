package dev.parley.people;

import dev.parley.access.Agents;
import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.access.Me;
import dev.parley.access.Mes;
import dev.parley.access.Visit;
import dev.parley.base.ChannelId;
import dev.parley.base.Refusal;
import dev.parley.channel.ChatChannel;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What an agent sets for himself: his availability and his chat channels.
@Path("/api/v1/me")
@Tag(name = "People")
@RunOnVirtualThread
public class MeRoutes {
    private final Visit visit;
    private final Mes mes;
    private final Agents agents;
    private final Availabilities availabilities;

    /// The availability an agent chooses.
    public record Choice(Optional<String> availability) {}

    /// The channels an agent chooses.
    public record Chosen(Optional<List<ChannelId>> channels) {}

    /// A channel he may choose, whether he did, and how many other agents own it too.
    public record Own(ChannelId id, String name, boolean chosen, int colleagues) {}

    /// The channels he may choose from.
    public record Owned(List<Own> channels) {}

    MeRoutes(Visit visit, Mes mes, Agents agents, Availabilities availabilities) {
        this.visit = visit;
        this.mes = mes;
        this.agents = agents;
        this.availabilities = availabilities;
    }

    @PUT
    @Path("/availability")
    @Operation(summary = "Choose what one is available for")
    public Me availability(Choice choice) {
        Caller.Agent agent = visit.agent();
        Fields.body(choice);
        String wanted = choice.availability().orElseThrow(() -> Refusal.fields(Map.of("availability", "required")));
        availabilities.set(
                agent, Availability.of(wanted).orElseThrow(() -> Refusal.fields(Map.of("availability", "unknown"))));
        visit.used();
        return mes.me(agent);
    }

    @PUT
    @Path("/channels")
    @Operation(summary = "Choose the channels whose requests one takes")
    public Me channels(Chosen chosen) {
        Caller.Agent agent = visit.agent();
        Fields.body(chosen);
        List<ChannelId> wanted = chosen.channels().orElseThrow(() -> Refusal.fields(Map.of("channels", "required")));
        availabilities.choose(agent, Set.copyOf(wanted));
        visit.used();
        return mes.me(agent);
    }

    @GET
    @Path("/channels")
    @Operation(summary = "The channels one may choose from")
    public Owned channels() {
        Caller.Agent agent = visit.agent();
        Set<ChannelId> chosen =
                availabilities.readiness(agent.id()).map(Readiness::chosen).orElse(Set.of());
        return new Owned(availabilities.owned(agent).stream()
                .map(channel -> own(agent, channel, chosen))
                .toList());
    }

    private Own own(Caller.Agent agent, ChatChannel channel, Set<ChannelId> chosen) {
        long colleagues = agents.holding(channel.group(), Level.OWNER).stream()
                .filter(owner -> !owner.equals(agent.id()))
                .count();
        return new Own(channel.id(), channel.name(), chosen.contains(channel.id()), (int) colleagues);
    }
}
