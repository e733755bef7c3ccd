package dev.parley.chat.outside;

import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How long a request will wait, over HTTP. A class of its own, because a route is looked for only among the classes
/// whose path begins alike.
@Path("/api/v1/chats/{id}/waiting")
@Tag(name = "Outside")
@RunOnVirtualThread
public class WaitingRoutes {
    private final Visit visit;
    private final Waiting waiting;

    WaitingRoutes(Visit visit, Waiting waiting) {
        this.visit = visit;
        this.waiting = waiting;
    }

    @GET
    @Operation(summary = "The caller's place in line and the typical wait, as far as the channel shows them")
    public Waiting.Place waiting(@PathParam("id") String id) {
        return waiting.place(visit.caller(), ChatId.of(id));
    }
}
