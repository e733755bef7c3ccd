package dev.parley.notification;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Web push over HTTP.
@Path("/api/v1/push")
@Tag(name = "People")
@RunOnVirtualThread
public class PushRoutes {
    private static final int LONGEST_ENDPOINT = 2_048;
    private static final int LONGEST_KEY = 128;

    private final Visit visit;
    private final Subscriptions subscriptions;
    private final PushService service;

    /// The desk's public key, which a browser wants to subscribe.
    public record Key(String key) {}

    /// The keys of one subscription.
    public record Keys(Optional<String> p256dh, Optional<String> auth) {}

    /// A subscription as a browser gives it.
    public record Given(Optional<String> endpoint, Optional<Keys> keys) {}

    PushRoutes(Visit visit, Subscriptions subscriptions, PushService service) {
        this.visit = visit;
        this.subscriptions = subscriptions;
        this.service = service;
    }

    @GET
    @Path("/key")
    @Operation(summary = "The key to subscribe with")
    public Key key() {
        visit.agent();
        return new Key(service.publicKey());
    }

    @POST
    @Path("/subscriptions")
    @Operation(summary = "Be pushed to in this browser, until the session ends")
    public void subscribe(Given given) {
        Caller.Agent agent = visit.agent();
        Fields.body(given);
        var fields = new Fields();
        String endpoint = fields.required("endpoint", given.endpoint(), LONGEST_ENDPOINT);
        String p256dh = fields.required("keys", given.keys().flatMap(Keys::p256dh), LONGEST_KEY);
        String auth = fields.required("keys", given.keys().flatMap(Keys::auth), LONGEST_KEY);
        fields.check();
        subscriptions.keep(agent, endpoint, p256dh, auth);
    }

    @POST
    @Path("/subscriptions/end")
    @Operation(summary = "Be pushed to in this browser no more")
    public void end(Given given) {
        Caller.Agent agent = visit.agent();
        Fields.body(given);
        var fields = new Fields();
        String endpoint = fields.required("endpoint", given.endpoint(), LONGEST_ENDPOINT);
        fields.check();
        subscriptions.end(agent, endpoint);
    }
}
