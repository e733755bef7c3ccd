package dev.parley.widget.visitor;

import dev.parley.access.Visit;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The public keys that a widget's identity tokens may be signed for.
@Path("/api/v1/admin/widgets/{key}/public-keys")
@Tag(name = "Widgets")
@RunOnVirtualThread
public class PublicKeyRoutes {
    private final Visit visit;
    private final WidgetKeys keys;

    PublicKeyRoutes(Visit visit, WidgetKeys keys) {
        this.visit = visit;
        this.keys = keys;
    }

    /// Public keys in PEM.
    public record Keys(Optional<List<String>> keys) {}

    @GET
    @Operation(summary = "The public keys that identity tokens may be signed for (ES256)")
    public Keys keys(@PathParam("key") String key) {
        return new Keys(Optional.of(keys.publicKeys(visit.caller(), key)));
    }

    @PUT
    @Operation(summary = "Put these public keys in place of those that are there")
    public void set(@PathParam("key") String key, Keys given) {
        Fields.body(given);
        List<String> pems = given.keys().orElseThrow(() -> Refusal.fields(Map.of("keys", "required")));
        keys.setPublicKeys(
                visit.caller(), key, pems.stream().map(String::valueOf).toList());
    }
}
