package dev.parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever went wrong in a request into a problem body. What nobody foresaw is logged under a reference, and
/// only the reference is told.
class Problems {
    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return Problem.response(refusal);
    }

    @ServerExceptionMapper
    public Response misshapen(MismatchedInputException failed) {
        return json(failed);
    }

    @ServerExceptionMapper
    public Response malformed(JsonProcessingException failed) {
        return json(failed);
    }

    /// An id or a word of a closed list says itself what is wrong with it; anything else is just not the shape.
    private static Response json(JsonProcessingException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Problem.response(refusal);
            }
        }
        return Problem.response(new Refusal(Code.MALFORMED, "not JSON, or not the shape that is wanted here"));
    }

    @ServerExceptionMapper
    public Response byHttp(WebApplicationException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return json(json);
            }
        }
        int status = failed.getResponse().getStatus();
        return switch (status) {
            case 404 -> Problem.response(new Refusal(Code.NOT_FOUND, "there is nothing here"));
            case 413 -> Problem.response(new Refusal(Code.TOO_LARGE, "the body is too large"));
            case 400, 405, 406, 415 ->
                Problem.response(new Refusal(Code.MALFORMED, "this cannot be asked here in this way"), status);
            default -> status < 400 ? failed.getResponse() : unforeseen(failed);
        };
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable failed) {
        if (Database.unreachable(failed)) {
            return Problem.response(new Refusal(Code.UNAVAILABLE, "the database cannot be reached"));
        }
        String reference = Ids.next().toString();
        Log.errorf(failed, "a request failed, reference %s", reference);
        return Problem.response(new Refusal(Code.INTERNAL, "our fault; the log has it under " + reference));
    }
}
