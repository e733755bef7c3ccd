package dev.parley.app;

import dev.parley.access.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The door for whole companies; its body may be larger than others' (`BodyLimits`).
@Path("/api/v1/admin/import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
class ImportRoutes {
    private final CompanyImport companies;
    private final Visit visit;

    ImportRoutes(CompanyImport companies, Visit visit) {
        this.companies = companies;
        this.visit = visit;
    }

    @POST
    @Operation(summary = "Add the groups, channels and people of a company document")
    public Imported add(
            @RequestBody(content = @Content(schema = @Schema(implementation = CompanyDocument.class))) byte[] json) {
        return companies.add(visit.caller(), json);
    }
}
