package dev.parley.chat.workplace;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import dev.parley.chat.Messages;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// An agent's draft in one chat. A class of its own, because a route is looked for only among the classes whose path
/// begins alike.
@Path("/api/v1/chats/{id}/draft")
@Tag(name = "Workplace")
@RunOnVirtualThread
public class ChatDraftRoutes {
    private final Visit visit;
    private final Drafts drafts;

    /// The text so far, and who is meant to see it.
    public record Text(Optional<String> text, Optional<String> visibility) {}

    ChatDraftRoutes(Visit visit, Drafts drafts) {
        this.visit = visit;
        this.drafts = drafts;
    }

    @PUT
    @Operation(summary = "Keep what one is about to write; an empty text forgets it")
    public void keep(@PathParam("id") String id, Text body) {
        Caller.Agent agent = visit.agent();
        Fields.body(body);
        drafts.keep(agent, ChatId.of(id), body.text().orElse(""), Messages.note(body.visibility()));
    }
}
