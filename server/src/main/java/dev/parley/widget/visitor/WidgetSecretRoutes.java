package dev.parley.widget.visitor;

import dev.parley.access.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Where an administrator gets a new secret for a widget.
@Path("/api/v1/admin/widgets/{key}/secret")
@Tag(name = "Widgets")
@RunOnVirtualThread
public class WidgetSecretRoutes {
    private final Visit visit;
    private final WidgetKeys keys;

    WidgetSecretRoutes(Visit visit, WidgetKeys keys) {
        this.visit = visit;
        this.keys = keys;
    }

    /// Shown once.
    public record Made(String secret) {
        @Override
        public String toString() {
            return "Made";
        }
    }

    @POST
    @Operation(
            summary = "A new secret to sign identity tokens with (HS256); the one before it stays good until the next")
    public Made make(@PathParam("key") String key) {
        return new Made(keys.newSecret(visit.caller(), key));
    }
}
