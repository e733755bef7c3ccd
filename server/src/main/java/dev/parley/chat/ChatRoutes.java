package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Chats and their entries over HTTP.
@Path("/api/v1/chats")
@Tag(name = "Chats")
@RunOnVirtualThread
public class ChatRoutes {

    private final Visit visit;
    private final Chats chats;
    private final ChatRequests requests;
    private final Messages messages;
    private final ChatViews views;

    ChatRoutes(Visit visit, Chats chats, ChatRequests requests, Messages messages, ChatViews views) {
        this.visit = visit;
        this.chats = chats;
        this.requests = requests;
        this.messages = messages;
        this.views = views;
    }

    /// A page of chats; `cursor` fetches the next one and is missing on the last.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<ChatView> chats, Optional<String> cursor) {}

    /// A page of entries; `complete` if nothing lies beyond it.
    public record Entries(List<EntryView> entries, boolean complete) {}

    public record Ask(
            Optional<ChatId> id,
            Optional<String> text,
            Optional<PersonId> to,
            Optional<ChannelId> channel,
            Optional<ChatId> continues) {
        ChatRequests.Asked asked() {
            return new ChatRequests.Asked(
                    id.orElseThrow(() -> Refusal.fields(Map.of("id", "required"))),
                    text.orElseThrow(() -> Refusal.fields(Map.of("text", "required"))),
                    to,
                    channel,
                    continues);
        }
    }

    public record Send(Optional<UUID> id, Optional<String> text, Optional<String> visibility) {}

    public record Stored(UUID id, long n, Instant at) {}

    @GET
    @Operation(summary = "The caller's chats, newest first")
    public Page page(
            @QueryParam("status") @DefaultValue("all") String status,
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (!Set.of("open", "closed", "all").contains(status)) {
            throw Refusal.fields(Map.of("status", "unknown"));
        }
        Fields.requirePage(limit);
        Caller caller = visit.caller();
        Chats.Page page = chats.page(caller, status, cursor.map(ChatId::of), limit);
        return new Page(views.views(caller, page.chats()), page.next().map(ChatId::toString));
    }

    @POST
    @Operation(summary = "Ask for a chat; the same id again answers with the same chat")
    public RestResponse<ChatView> ask(Ask ask) {
        Caller caller = visit.caller();
        boolean repeat = chats.found(ask.asked().id()).isPresent();
        ChatView view = views.view(caller, requests.ask(caller, ask.asked()));
        return RestResponse.status(repeat ? RestResponse.Status.OK : RestResponse.Status.CREATED, view);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One chat, as the caller may see it")
    public ChatView chat(@PathParam("id") String id) {
        Caller caller = visit.caller();
        return views.view(caller, chats.chat(caller, ChatId.of(id)));
    }

    @GET
    @Path("/{id}/entries")
    @Operation(summary = "Entries after or before a number of the caller's audience, in order")
    public Entries entries(
            @PathParam("id") String id,
            @QueryParam("after") Optional<Long> after,
            @QueryParam("before") Optional<Long> before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Fields.requirePage(limit);
        if (after.isPresent() && before.isPresent()) {
            throw Refusal.fields(Map.of("before", "format"));
        }
        Caller caller = visit.caller();
        Chat chat = chats.chat(caller, ChatId.of(id));
        List<ChatEntry> page = before.isPresent()
                ? chats.entriesBefore(caller, chat, before.get(), limit)
                : chats.entriesAfter(caller, chat, after.orElse(0L), limit);
        return new Entries(views.entries(caller, page), page.size() < limit);
    }

    @POST
    @Path("/{id}/entries")
    @Operation(summary = "Write a message; answers after it is in the database")
    public Stored post(@PathParam("id") String id, Send send) {
        Caller caller = visit.caller();
        UUID clientId = send.id().orElseThrow(() -> Refusal.fields(Map.of("id", "required")));
        String text = send.text().orElseThrow(() -> Refusal.fields(Map.of("text", "required")));
        boolean note = Messages.note(send.visibility());
        Outcome outcome = messages.postAndWait(caller, ChatId.of(id), clientId, text, note);
        visit.used();
        Audience audience = Audience.of(caller);
        return switch (outcome) {
            case Outcome.Stored stored ->
                new Stored(clientId, stored.entry().n(audience), stored.entry().at());
            case Outcome.Repeated repeated -> new Stored(clientId, repeated.n(audience), repeated.at());
            case Outcome.Refused refused -> throw new Refusal(refused.code(), refused.detail());
        };
    }
}
