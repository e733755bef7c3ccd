package dev.parley.chat.outside;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import dev.parley.chat.Chat;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Rating a closed chat. A class of its own, because a route is looked for only among the classes whose path begins
/// alike.
@Path("/api/v1/chats/{id}/rating")
@Tag(name = "Outside")
@RunOnVirtualThread
public class RatingRoutes {
    private static final int LONGEST_COMMENT = 1_000;
    // The marks that embed, override and isolate writing directions.
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final Visit visit;
    private final Ratings ratings;

    public record Rate(Optional<Integer> score, Optional<String> comment) {}

    RatingRoutes(Visit visit, Ratings ratings) {
        this.visit = visit;
        this.ratings = ratings;
    }

    @PUT
    @Operation(summary = "Say what one thought of a closed chat; may be changed for a day")
    public void rate(@PathParam("id") String id, Rate body) {
        Caller caller = visit.caller();
        Fields.body(body);
        var fields = new Fields();
        int score = score(fields, body.score());
        Optional<String> comment = comment(fields, body.comment());
        fields.check();
        ratings.rate(caller, ChatId.of(id), score, comment);
        visit.used();
    }

    private static int score(Fields fields, Optional<Integer> given) {
        if (given.isEmpty()) {
            fields.wrong("score", "required");
        } else if (given.get() < 1 || given.get() > Chat.Rating.MOST) {
            fields.wrong("score", "format");
        }
        return given.orElse(0);
    }

    /// Said without a visible character is not said, and a comment turns no text around it.
    private static Optional<String> comment(Fields fields, Optional<String> given) {
        Optional<String> said =
                given.map(text -> TURNING.matcher(text).replaceAll("").strip()).filter(text -> !text.isEmpty());
        return said.map(text -> fields.required("comment", Optional.of(text), LONGEST_COMMENT));
    }
}
