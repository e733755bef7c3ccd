package dev.parley.chat.workplace;

import dev.parley.access.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The chats that are going on over HTTP.
@Path("/api/v1/open-chats")
@Tag(name = "Workplace")
@RunOnVirtualThread
public class OpenChatRoutes {
    private final Visit visit;
    private final OpenChats open;

    OpenChatRoutes(Visit visit, OpenChats open) {
        this.visit = visit;
        this.open = open;
    }

    public record Answer(List<OpenChats.OpenChat> chats) {}

    @GET
    @Operation(summary = "Chats with outsiders that are going on in the channels the agent owns, the longest first")
    public Answer chats() {
        return new Answer(open.of(visit.agent()));
    }
}
