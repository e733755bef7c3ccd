package dev.parley.people;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// An agent's out-of-office periods over HTTP.
@Path("/api/v1/me/out-of-office")
@Tag(name = "People")
@RunOnVirtualThread
public class OutOfOfficeRoutes {
    private static final int CREATED = 201;

    private final Visit visit;
    private final Absences absences;

    /// A period to plan.
    public record Wanted(Optional<Instant> startsAt, Optional<Instant> endsAt) {}

    /// Whether the agent is here although out of office.
    public record Here(Optional<Boolean> on) {}

    OutOfOfficeRoutes(Visit visit, Absences absences) {
        this.visit = visit;
        this.absences = absences;
    }

    @GET
    @Operation(summary = "One's running and planned periods")
    public Absences.Planned planned() {
        return absences.planned(visit.agent());
    }

    @POST
    @ResponseStatus(CREATED)
    @Operation(summary = "Plan a period")
    @APIResponse(responseCode = "201")
    public Absences.Period plan(Wanted wanted) {
        Caller.Agent agent = visit.agent();
        Fields.body(wanted);
        Instant starts = wanted.startsAt().orElseThrow(() -> Refusal.fields(Map.of("startsAt", "required")));
        Instant ends = wanted.endsAt().orElseThrow(() -> Refusal.fields(Map.of("endsAt", "required")));
        Absences.Period planned = absences.plan(agent, starts, ends);
        visit.used();
        return planned;
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a period away")
    public void remove(@PathParam("id") String id) {
        absences.remove(visit.agent(), Ids.parse(id));
        visit.used();
    }

    @PUT
    @Path("/override")
    @Operation(summary = "Be here although out of office, until the running period ends")
    public void override(Here here) {
        Caller.Agent agent = visit.agent();
        Fields.body(here);
        absences.override(agent, here.on().orElseThrow(() -> Refusal.fields(Map.of("on", "required"))));
        visit.used();
    }
}
