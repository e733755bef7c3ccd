package dev.parley.gateway;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The socket's frames over HTTP, for networks that do not let sockets through.
@Path("/api/v1/poll")
@Tag(name = "Poll")
@RunOnVirtualThread
public class PollRoutes {
    private static final int MOST_FRAMES = 64;

    private final Polls polls;

    PollRoutes(Polls polls) {
        this.polls = polls;
    }

    /// `number` counts the requests of a poll from 1 and says in which order they were made.
    public record Said(List<JsonNode> frames, OptionalLong number) {}

    /// Frames as they would stand on a socket.
    public record Heard(UUID poll, @JsonRawValue List<String> frames) {}

    @POST
    @Operation(summary = "Open a poll; the first frame is hello")
    public Heard open(@HeaderParam("Cookie") Optional<String> cookies, Said said) {
        UUID poll = polls.open(cookies.orElse(""));
        return heard(poll, said);
    }

    @POST
    @Path("/{poll}")
    @Operation(summary = "Send frames and wait up to 25 s for some to come")
    public Heard poll(@PathParam("poll") String poll, Said said) {
        return heard(Ids.parse(poll), said);
    }

    private Heard heard(UUID poll, Said said) {
        if (said.frames() == null || said.frames().size() > MOST_FRAMES) {
            throw new Refusal(Code.MALFORMED, "frames is a list of at most 64");
        }
        List<String> frames = said.frames().stream().map(JsonNode::toString).toList();
        return new Heard(poll, polls.exchange(poll, said.number(), frames));
    }
}
