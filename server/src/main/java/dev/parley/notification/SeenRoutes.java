package dev.parley.notification;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Saying which requests one has seen.
@Path("/api/v1/requests/seen")
@Tag(name = "Requests")
@RunOnVirtualThread
public class SeenRoutes {
    private static final int MOST = 200;

    private final Visit visit;
    private final SeenRequests requests;

    /// Requests whose rows were visible on a focused screen.
    public record Seen(Optional<List<ChatId>> chats) {}

    SeenRoutes(Visit visit, SeenRequests requests) {
        this.visit = visit;
        this.requests = requests;
    }

    @POST
    @Operation(summary = "Say which requests stood on one's screen, so that nobody is reminded of them")
    public void seen(Seen seen) {
        Caller.Agent agent = visit.agent();
        Fields.body(seen);
        List<ChatId> chats = seen.chats().orElseThrow(() -> Refusal.fields(Map.of("chats", "required")));
        if (chats.size() > MOST) {
            throw Refusal.fields(Map.of("chats", "too_long"));
        }
        requests.see(agent, chats);
    }
}
