package dev.parley.access.account;

import dev.parley.access.Entrance;
import dev.parley.access.Token;
import dev.parley.access.Visit;
import dev.parley.mail.EmailAddress;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A new password in place of a forgotten one, over HTTP.
@Path("/api/v1/password-resets")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class PasswordResetRoutes {
    private final Visit visit;
    private final PasswordResets resets;
    private final NewPasswords passwords;

    /// Whose password is forgotten: the interface he signs in at, and his email.
    public record Forgotten(Optional<String> as, Optional<String> email, Optional<String> locale) {}

    /// The token of the link, and the password to have from now on.
    public record Chosen(Optional<String> as, Optional<String> token, Optional<String> password) {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    PasswordResetRoutes(Visit visit, PasswordResets resets, NewPasswords passwords) {
        this.visit = visit;
        this.resets = resets;
        this.passwords = passwords;
    }

    @POST
    @Operation(summary = "Ask for a mail to choose a new password by; the answer is always the same")
    @APIResponse(responseCode = "202")
    public Response ask(Forgotten forgotten) {
        Fields.body(forgotten);
        var fields = new Fields();
        Entrance entrance = entrance(fields, forgotten.as());
        fields.check();
        var email = new EmailAddress(forgotten.email().orElse("").strip());
        resets.ask(entrance, email, forgotten.locale().flatMap(RegistrationForm::language), visit.address());
        return Response.accepted().build();
    }

    @POST
    @Path("/confirm")
    @Operation(summary = "Choose a new password; ends all sessions of the account")
    @APIResponse(responseCode = "204")
    public void choose(Chosen chosen) {
        Fields.body(chosen);
        var fields = new Fields();
        Entrance entrance = entrance(fields, chosen.as());
        String token = fields.required("token", chosen.token(), RegistrationRoutes.LONGEST_TOKEN);
        String password = fields.required("password", chosen.password(), RegistrationRoutes.LONGEST_PASSWORD);
        fields.check();
        passwords.choose(entrance, new Token(token), password, visit.address());
    }

    private static Entrance entrance(Fields fields, Optional<String> as) {
        Optional<Entrance> entrance =
                as.flatMap(Entrance::of).filter(where -> where == Entrance.AGENT || where == Entrance.CUSTOMER);
        if (entrance.isEmpty()) {
            fields.wrong("as", as.isEmpty() ? "required" : "unknown");
        }
        return entrance.orElse(Entrance.CUSTOMER);
    }
}
