package dev.parley.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// An agent's preferences over HTTP.
@Path("/api/v1/me/preferences")
@Tag(name = "People")
@RunOnVirtualThread
public class PreferenceRoutes {
    private final Visit visit;
    private final OwnSettings settings;

    PreferenceRoutes(Visit visit, OwnSettings settings) {
        this.visit = visit;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "One's own preferences")
    public Preferences preferences() {
        return settings.preferences(visit.agent());
    }

    @PUT
    @Operation(summary = "Change some of them: a member left out keeps its value, one that is null is forgotten")
    @RequestBody(content = @Content(schema = @Schema(implementation = Preferences.class)))
    public Preferences change(ObjectNode change) {
        Caller.Agent agent = visit.agent();
        Fields.body(change);
        Preferences changed = settings.change(agent, change);
        visit.used();
        return changed;
    }
}
