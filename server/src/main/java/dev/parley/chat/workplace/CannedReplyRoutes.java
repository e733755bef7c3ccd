package dev.parley.chat.workplace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.ChannelId;
import dev.parley.base.Ids;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.chat.ChatView;
import dev.parley.chat.Messages;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Canned replies over HTTP.
@Path("/api/v1/canned-replies")
@Tag(name = "Workplace")
@RunOnVirtualThread
public class CannedReplyRoutes {
    private static final int CREATED = 201;
    private static final int LONGEST_CODE = 32;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]+");

    private final Visit visit;
    private final CannedReplies replies;
    private final Channels channels;

    /// A canned reply as one agent sees it.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Reply(
            UUID id, String code, String text, String scope, Optional<ChatView.ChannelRef> channel, boolean mayEdit) {}

    /// All that the agent sees, by code.
    public record Replies(List<Reply> replies) {}

    /// A text to add or to change.
    public record Wanted(
            Optional<String> code, Optional<String> text, Optional<String> scope, Optional<ChannelId> channel) {}

    private record Words(String code, String text) {}

    CannedReplyRoutes(Visit visit, CannedReplies replies, Channels channels) {
        this.visit = visit;
        this.replies = replies;
        this.channels = channels;
    }

    @GET
    @Operation(summary = "One's own canned replies, those of one's channels, and those of all agents")
    public Replies replies() {
        Caller.Agent agent = visit.agent();
        return new Replies(replies.replies(agent).stream()
                .map(reply -> reply(agent, reply))
                .toList());
    }

    @POST
    @ResponseStatus(CREATED)
    @Operation(summary = "Add a canned reply")
    @APIResponse(responseCode = "201")
    public Reply add(Wanted wanted) {
        Caller.Agent agent = visit.agent();
        Fields.body(wanted);
        var fields = new Fields();
        Words words = words(fields, wanted);
        Optional<CannedReply.Scope> scope = wanted.scope().flatMap(CannedReply.Scope::of);
        if (scope.isEmpty()) {
            fields.wrong("scope", wanted.scope().isEmpty() ? "required" : "unknown");
        }
        boolean inChannel = scope.filter(CannedReply.Scope.CHANNEL::equals).isPresent();
        Optional<ChatChannel> channel = inChannel ? channel(agent, fields, wanted.channel()) : Optional.empty();
        fields.check();
        Messages.requireText(words.text());
        CannedReply added = replies.add(agent, scope.orElseThrow(), channel, words.code(), words.text());
        visit.used();
        return reply(agent, added);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change the code and text of a canned reply")
    public Reply change(@PathParam("id") String id, Wanted wanted) {
        Caller.Agent agent = visit.agent();
        Fields.body(wanted);
        var fields = new Fields();
        Words words = words(fields, wanted);
        fields.check();
        Messages.requireText(words.text());
        CannedReply changed = replies.change(agent, Ids.parse(id), words.code(), words.text());
        visit.used();
        return reply(agent, changed);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Make a canned reply invalid")
    public void remove(@PathParam("id") String id) {
        replies.remove(visit.agent(), Ids.parse(id));
        visit.used();
    }

    private static Words words(Fields fields, Wanted wanted) {
        String code = fields.required("code", wanted.code(), LONGEST_CODE);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            fields.wrong("code", "format");
        }
        return new Words(code, fields.required("text", wanted.text(), Messages.MOST_CODE_POINTS));
    }

    /// A channel in which the agent holds no level is not told apart from one that is not there.
    private Optional<ChatChannel> channel(Caller.Agent agent, Fields fields, Optional<ChannelId> wanted) {
        if (wanted.isEmpty()) {
            fields.wrong("channel", "required");
        }
        Optional<ChatChannel> channel = wanted.flatMap(id -> channels.valid().stream()
                .filter(one ->
                        one.id().equals(id) && one.level(agent.permissions()).isPresent())
                .findFirst());
        if (channel.isEmpty()) {
            fields.wrong("channel", "unknown");
        }
        return channel;
    }

    private static Reply reply(Caller.Agent agent, CannedReply reply) {
        return new Reply(
                reply.id(),
                reply.code(),
                reply.text(),
                reply.scope().wireName(),
                reply.channel().map(channel -> new ChatView.ChannelRef(channel.id(), channel.name())),
                reply.editableBy(agent));
    }
}
