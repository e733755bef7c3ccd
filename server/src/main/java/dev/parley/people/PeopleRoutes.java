package dev.parley.people;

import dev.parley.access.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The People widget.
@Path("/api/v1/people")
@Tag(name = "People")
@RunOnVirtualThread
public class PeopleRoutes {
    private final Visit visit;
    private final PeopleList list;

    PeopleRoutes(Visit visit, PeopleList list) {
        this.visit = visit;
        this.list = list;
    }

    @GET
    @Operation(summary = "Agents, customer users who are here, and who is out of office")
    public PeopleLines people() {
        return list.people(visit.agent());
    }
}
