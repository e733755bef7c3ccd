package dev.parley.app;

import dev.parley.access.CallerTokens;
import dev.parley.access.Entrance;
import dev.parley.access.Visit;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The setup page's door.
@Path("/api/v1/setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "setup")
class SetupRoutes {
    private final Setup setup;
    private final Visit visit;
    private final CallerTokens tokens;

    record Needed(boolean needed) {}

    SetupRoutes(Setup setup, Visit visit, CallerTokens tokens) {
        this.setup = setup;
        this.visit = visit;
        this.tokens = tokens;
    }

    @GET
    @Operation(summary = "Whether the first administrator is still to be made")
    public Needed needed() {
        return new Needed(setup.needed());
    }

    @POST
    @Operation(summary = "Make the first administrator and sign him in")
    public Response perform(SetupForm form) {
        Fields.body(form);
        String token = setup.perform(form, visit.device());
        return Response.status(Response.Status.CREATED)
                .entity(new Needed(false))
                .header(HttpHeaders.SET_COOKIE, tokens.cookie(Entrance.AGENT, token))
                .build();
    }
}
