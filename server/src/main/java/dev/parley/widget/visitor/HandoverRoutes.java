package dev.parley.widget.visitor;

import dev.parley.access.Caller;
import dev.parley.access.CallerTokens;
import dev.parley.access.Entrance;
import dev.parley.access.Me;
import dev.parley.access.Mes;
import dev.parley.access.Sessions;
import dev.parley.access.Visit;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How a session moves from the widget's frame into a window of its own.
@Path("/api/v1/session/handover")
@Tag(name = "Sessions")
@RunOnVirtualThread
public class HandoverRoutes {
    private final Visit visit;
    private final Handovers handovers;
    private final Sessions sessions;
    private final CallerTokens tokens;
    private final Mes mes;

    HandoverRoutes(Visit visit, Handovers handovers, Sessions sessions, CallerTokens tokens, Mes mes) {
        this.visit = visit;
        this.handovers = handovers;
        this.sessions = sessions;
        this.tokens = tokens;
        this.mes = mes;
    }

    /// SHA-256 of the secret, in hexadecimal.
    public record LaidDown(Optional<String> hash) {}

    public record TakenUp(Optional<String> secret) {
        @Override
        public String toString() {
            return "TakenUp";
        }
    }

    /// Who is in now, and by which token.
    public record In(Me me, String token) {
        @Override
        public String toString() {
            return "In[" + me.id() + "]";
        }
    }

    @POST
    @Operation(
            summary = "Let who knows the secret of this hash take the caller's session along, once and within a minute")
    public void layDown(LaidDown laidDown) {
        Fields.body(laidDown);
        handovers.layDown(
                visit.caller(), laidDown.hash().orElseThrow(() -> Refusal.fields(Map.of("hash", "required"))));
    }

    @POST
    @Path("/redeem")
    @Operation(summary = "Take up a session by its secret")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = In.class)))
    public Response takeUp(TakenUp takenUp) {
        Fields.body(takenUp);
        String secret = takenUp.secret().orElseThrow(() -> Refusal.fields(Map.of("secret", "required")));
        String token = handovers.takeUp(secret, visit.address(), visit.device());
        Caller caller = sessions.caller(token);
        var answer = Response.ok(new In(mes.me(caller), token));
        if (visit.entrance().filter(Entrance.WIDGET::equals).isPresent()) {
            answer.header(HttpHeaders.SET_COOKIE, tokens.cookie(Entrance.WIDGET, token));
        }
        return answer.build();
    }
}
