package dev.parley.widget.visitor;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Where the page around a public user tells what agents see as context.
@Path("/api/v1/me/context")
@Tag(name = "Widgets")
@RunOnVirtualThread
public class ContextRoutes {
    private final Visit visit;
    private final Contexts contexts;

    ContextRoutes(Visit visit, Contexts contexts) {
        this.visit = visit;
        this.contexts = contexts;
    }

    @POST
    @Operation(summary = "Tell agents of the page, of facts, tags and events; none of it is taken for verified")
    public void tell(Told.Body body) {
        Fields.body(body);
        if (visit.caller() instanceof Caller.PublicUser visitor) {
            contexts.tell(visitor, body);
        } else {
            throw new Refusal(Code.FORBIDDEN, "for public users only");
        }
    }
}
