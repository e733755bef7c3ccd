package dev.parley.chat.workplace;

import dev.parley.access.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The desk's figures over HTTP.
@Path("/api/v1/figures")
@Tag(name = "Workplace")
@RunOnVirtualThread
public class FigureRoutes {
    private final Visit visit;
    private final Figures figures;

    FigureRoutes(Visit visit, Figures figures) {
        this.visit = visit;
        this.figures = figures;
    }

    @GET
    @Operation(summary = "How busy the desk is, now and minute by minute in the last hour")
    public Figures.Now figures() {
        return figures.now(visit.agent());
    }
}
