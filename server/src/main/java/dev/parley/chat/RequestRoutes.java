package dev.parley.chat;

import dev.parley.access.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The request list.
@Path("/api/v1/requests")
@Tag(name = "Requests")
@RunOnVirtualThread
public class RequestRoutes {
    private final Visit visit;
    private final RequestList list;

    RequestRoutes(Visit visit, RequestList list) {
        this.visit = visit;
        this.list = list;
    }

    public record Requests(List<RequestView> requests) {}

    @GET
    @Operation(summary = "Open requests the agent may take, oldest first")
    public Requests requests() {
        return new Requests(list.requests(visit.agent()));
    }
}
