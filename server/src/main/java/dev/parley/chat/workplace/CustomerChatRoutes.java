package dev.parley.chat.workplace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A customer user's chats over HTTP.
@Path("/api/v1/customer-users/{id}/chats")
@Tag(name = "Workplace")
@RunOnVirtualThread
public class CustomerChatRoutes {
    private final Visit visit;
    private final CustomerChats chats;

    CustomerChatRoutes(Visit visit, CustomerChats chats) {
        this.visit = visit;
        this.chats = chats;
    }

    /// A page of chats; `cursor` fetches the next one and is missing on the last.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<CustomerChats.CustomerChat> chats, Optional<String> cursor) {}

    @GET
    @Operation(summary = "The chats of a customer user that the agent may read or enter, newest first")
    public Page chats(
            @PathParam("id") String id,
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Caller.Agent agent = visit.agent();
        Fields.requirePage(limit);
        CustomerChats.Page page = chats.of(agent, PersonId.of(id), cursor.map(ChatId::of), limit);
        return new Page(page.chats(), page.next().map(ChatId::toString));
    }
}
