package dev.parley.chat.workplace;

import dev.parley.access.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// An agent's drafts over HTTP.
@Path("/api/v1/me/drafts")
@Tag(name = "Workplace")
@RunOnVirtualThread
public class DraftRoutes {
    private final Visit visit;
    private final Drafts drafts;

    /// All his drafts.
    public record All(List<Drafts.Draft> drafts) {}

    DraftRoutes(Visit visit, Drafts drafts) {
        this.visit = visit;
        this.drafts = drafts;
    }

    @GET
    @Operation(summary = "What one was about to write, and where")
    public All drafts() {
        return new All(drafts.drafts(visit.agent()));
    }
}
