package dev.parley.transcript;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import dev.parley.base.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Chats to keep, as files.
@Path("/api/v1/chats/{id}/transcript")
@Tag(name = "Chats")
@RunOnVirtualThread
public class TranscriptRoutes {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Visit visit;
    private final Transcripts transcripts;

    TranscriptRoutes(Visit visit, Transcripts transcripts) {
        this.visit = visit;
        this.transcripts = transcripts;
    }

    @GET
    @Produces({TEXT, MediaType.APPLICATION_JSON})
    @Operation(summary = "The chat as a file: what the caller may see of it, as text or json")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = TEXT, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = JsonTranscript.class))
            })
    public Response transcript(
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("text") String format,
            @QueryParam("timeZone") Optional<String> timeZone,
            @QueryParam("locale") Optional<String> locale) {
        Caller caller = visit.caller();
        if (!format.equals("text") && !format.equals("json")) {
            throw Refusal.fields(Map.of("format", "unknown"));
        }
        Transcript transcript = transcripts.transcript(
                caller, ChatId.of(id), timeZone.map(Reader::requiredZone), locale.map(Reader::requiredLocale));
        visit.used();
        return format.equals("text")
                ? file(PlainText.of(transcript), TEXT, transcript.fileName("txt"))
                : file(JsonTranscript.of(transcript), MediaType.APPLICATION_JSON, transcript.fileName("json"));
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
