package dev.parley.access;

import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Changing one's own password over HTTP.
@Path("/api/v1/me/password")
@Tag(name = "Sessions")
@RunOnVirtualThread
public class PasswordRoutes {
    private static final int LONGEST_PASSWORD = 1024;

    private final Visit visit;
    private final PasswordChange passwords;

    /// The password one has, and the one to have from now on.
    public record Change(Optional<String> current, Optional<String> next) {
        @Override
        public String toString() {
            return "Change";
        }
    }

    PasswordRoutes(Visit visit, PasswordChange passwords) {
        this.visit = visit;
        this.passwords = passwords;
    }

    @PUT
    @Operation(summary = "Change one's own password; ends one's other sessions")
    public void change(Change change) {
        Caller.Agent agent = visit.agent();
        Fields.body(change);
        var fields = new Fields();
        String current = fields.required("current", change.current(), LONGEST_PASSWORD);
        String next = fields.required("next", change.next(), LONGEST_PASSWORD);
        fields.check();
        passwords.change(agent, current, next);
        visit.used();
    }
}
