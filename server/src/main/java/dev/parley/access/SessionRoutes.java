package dev.parley.access;

import dev.parley.base.SessionId;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Signing in, out, and where else one is signed in.
@Path("/api/v1")
@Tag(name = "Sessions")
@RunOnVirtualThread
public class SessionRoutes {
    private static final int LONGEST_NAME = 254;
    private static final int LONGEST_PASSWORD = 1024;

    private final Visit visit;
    private final Sessions sessions;
    private final SignIn signIn;
    private final CallerTokens tokens;
    private final Mes mes;

    /// What signing in takes. With `token` the answer carries the token, and no cookie is set.
    public record Door(
            Optional<String> as, Optional<String> login, Optional<String> password, Optional<Boolean> token) {
        @Override
        public String toString() {
            return "Door";
        }
    }

    /// Who is signed in, until when at most.
    public record Signed(Me me, Instant expiresAt, Optional<String> token) {
        @Override
        public String toString() {
            return "Signed[" + me.id() + "]";
        }
    }

    /// The caller's own sessions.
    public record SessionList(List<SessionLine> sessions) {}

    SessionRoutes(Visit visit, Sessions sessions, SignIn signIn, CallerTokens tokens, Mes mes) {
        this.visit = visit;
        this.sessions = sessions;
        this.signIn = signIn;
        this.tokens = tokens;
        this.mes = mes;
    }

    @POST
    @Path("/session")
    @Operation(summary = "Sign in as an agent or a customer user")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Signed.class)))
    public Response signIn(Door door) {
        Fields.body(door);
        var fields = new Fields();
        String login = fields.required("login", door.login(), LONGEST_NAME);
        String password = fields.required("password", door.password(), LONGEST_PASSWORD);
        Optional<Entrance> entrance = door.as().flatMap(Entrance::of).filter(Entrance::hasAccounts);
        if (entrance.isEmpty()) {
            fields.wrong("as", door.as().isEmpty() ? "required" : "unknown");
        }
        fields.check();
        var credentials = new SignIn.Credentials(
                entrance.orElseThrow(), login.strip(), password, visit.address(), visit.device());
        SignIn.SignedIn signed = signIn.signIn(credentials);
        boolean wanted = door.token().orElse(false);
        var answer = new Signed(
                mes.me(signed.caller()),
                sessions.expiresAt(signed.caller().session()),
                wanted ? Optional.of(signed.token()) : Optional.empty());
        return wanted
                ? Response.ok(answer).build()
                : Response.ok(answer)
                        .header(HttpHeaders.SET_COOKIE, tokens.cookie(entrance.orElseThrow(), signed.token()))
                        .build();
    }

    @GET
    @Path("/session")
    @Operation(summary = "Who is signed in")
    public Signed session() {
        Caller caller = visit.caller();
        return new Signed(mes.me(caller), sessions.expiresAt(caller.session()), Optional.empty());
    }

    @DELETE
    @Path("/session")
    @Operation(summary = "Sign out")
    @APIResponse(responseCode = "204")
    public Response signOut() {
        visit.optionalCaller().ifPresent(sessions::end);
        var answer = Response.noContent();
        visit.entrance().ifPresent(entrance -> answer.header(HttpHeaders.SET_COOKIE, tokens.noCookie(entrance)));
        return answer.build();
    }

    @GET
    @Path("/sessions")
    @Operation(summary = "Where the caller is signed in")
    public SessionList sessions() {
        return new SessionList(sessions.list(visit.caller()));
    }

    @DELETE
    @Path("/sessions/{id}")
    @Operation(summary = "Sign out another session of the caller")
    @APIResponse(responseCode = "204")
    public void end(@PathParam("id") String id) {
        Caller caller = visit.caller();
        sessions.end(caller, SessionId.of(id));
    }
}
