package dev.parley.access.account;

import dev.parley.access.CallerTokens;
import dev.parley.access.Entrance;
import dev.parley.access.Mes;
import dev.parley.access.SessionRoutes.Signed;
import dev.parley.access.Sessions;
import dev.parley.access.SignIn;
import dev.parley.access.Token;
import dev.parley.access.Visit;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Making an account for oneself over HTTP.
@Path("/api/v1/registrations")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class RegistrationRoutes {
    static final int LONGEST_TOKEN = 100;
    static final int LONGEST_PASSWORD = 1024;

    private final Visit visit;
    private final Registrations registrations;
    private final Confirmations confirmations;
    private final AskingBrowser browser;
    private final Sessions sessions;
    private final CallerTokens tokens;
    private final Mes mes;

    /// How somebody describes himself who wants an account.
    public record Registration(
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> email,
            Optional<String> company,
            Optional<String> password,
            Optional<String> locale,
            Optional<String> timeZone) {
        RegistrationForm form() {
            return new RegistrationForm(
                    text(firstName), text(lastName), text(email), text(company), password.orElse(""), locale, timeZone);
        }

        private static String text(Optional<String> given) {
            return given.orElse("").strip();
        }

        @Override
        public String toString() {
            return "Registration";
        }
    }

    /// The token of the link, and where it is followed in another browser, the password that was chosen. With
    /// `session` the answer carries the session's token, and no cookie is set.
    public record Confirmation(Optional<String> token, Optional<String> password, Optional<Boolean> session) {
        @Override
        public String toString() {
            return "Confirmation";
        }
    }

    RegistrationRoutes(
            Visit visit,
            Registrations registrations,
            Confirmations confirmations,
            AskingBrowser browser,
            Sessions sessions,
            CallerTokens tokens,
            Mes mes) {
        this.visit = visit;
        this.registrations = registrations;
        this.confirmations = confirmations;
        this.browser = browser;
        this.sessions = sessions;
        this.tokens = tokens;
        this.mes = mes;
    }

    @POST
    @Operation(summary = "Ask for an account; what comes of it stands in a mail, the answer is always the same")
    @APIResponse(responseCode = "202")
    public Response ask(Registration registration) {
        Fields.body(registration);
        String secret = registrations.ask(registration.form(), visit.address());
        return Response.accepted().cookie(browser.cookie(secret)).build();
    }

    @POST
    @Path("/confirm")
    @Operation(summary = "Make the account that was asked for, and sign in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Signed.class)))
    public Response confirm(Confirmation confirmation, @Context HttpHeaders headers) {
        Fields.body(confirmation);
        var fields = new Fields();
        String token = fields.required("token", confirmation.token(), LONGEST_TOKEN);
        Optional<String> password = confirmation.password().filter(given -> !given.isEmpty());
        password.ifPresent(given -> fields.required("password", Optional.of(given), LONGEST_PASSWORD));
        fields.check();
        var proof = new Confirmations.Proof(new Token(token), browser.secret(headers), password);
        SignIn.SignedIn signed = confirmations.confirm(proof, visit.address(), visit.device());
        return answer(signed, confirmation.session().orElse(false));
    }

    private Response answer(SignIn.SignedIn signed, boolean inBody) {
        var answer = new Signed(
                mes.me(signed.caller()),
                sessions.expiresAt(signed.caller().session()),
                inBody ? Optional.of(signed.token()) : Optional.empty());
        Response.ResponseBuilder response = Response.ok(answer).cookie(browser.noCookie());
        return (inBody
                        ? response
                        : response.header(HttpHeaders.SET_COOKIE, tokens.cookie(Entrance.CUSTOMER, signed.token())))
                .build();
    }
}
