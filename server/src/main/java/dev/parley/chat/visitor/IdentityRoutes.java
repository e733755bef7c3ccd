package dev.parley.chat.visitor;

import dev.parley.access.Caller;
import dev.parley.access.CallerTokens;
import dev.parley.access.Entrance;
import dev.parley.access.Me;
import dev.parley.access.Mes;
import dev.parley.access.Sessions;
import dev.parley.access.Visit;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import dev.parley.widget.Widgets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Where a widget presents its page's word on who the visitor is.
@Path("/api/v1/widgets/{key}/identity")
@Tag(name = "Widgets")
@RunOnVirtualThread
public class IdentityRoutes {
    private final Visit visit;
    private final Widgets widgets;
    private final Identification identification;
    private final Sessions sessions;
    private final CallerTokens tokens;
    private final Mes mes;

    IdentityRoutes(
            Visit visit,
            Widgets widgets,
            Identification identification,
            Sessions sessions,
            CallerTokens tokens,
            Mes mes) {
        this.visit = visit;
        this.widgets = widgets;
        this.identification = identification;
        this.sessions = sessions;
        this.tokens = tokens;
        this.mes = mes;
    }

    /// The JSON Web Token that the page's server made.
    public record Presented(Optional<String> token) {
        @Override
        public String toString() {
            return "Presented";
        }
    }

    /// Who he is now, and the token of his session.
    public record Identified(Me me, String token) {
        @Override
        public String toString() {
            return "Identified[" + me.id() + "]";
        }
    }

    @POST
    @Operation(summary = "Become the visitor whom the page's server vouches for")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Identified.class)))
    public Response identify(@PathParam("key") String key, Presented presented) {
        Fields.body(presented);
        var widget = widgets.byKey(key);
        String token = presented
                .token()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Refusal.identity("required", "token is missing"));
        String session = identification.identify(
                before(), new Identification.Presented(widget, token, visit.address(), visit.device()));
        Caller caller = sessions.caller(session);
        var answer = Response.ok(new Identified(mes.me(caller), session));
        if (visit.entrance().filter(Entrance.WIDGET::equals).isPresent()) {
            answer.header(HttpHeaders.SET_COOKIE, tokens.cookie(Entrance.WIDGET, session));
        }
        return answer.build();
    }

    private Optional<Identification.Before> before() {
        return visit.optionalCaller()
                .filter(Caller.PublicUser.class::isInstance)
                .map(Caller.PublicUser.class::cast)
                .flatMap(caller -> visit.token().map(token -> new Identification.Before(caller, token)));
    }
}
