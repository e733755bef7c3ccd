package dev.parley.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.base.Code;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/// The body of every refusal over HTTP (RFC 9457), with our stable code.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        Code code,
        String detail,
        Map<String, String> fields,
        Optional<PersonRef> by) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Refusal refusal) {
        return of(refusal, refusal.code().status());
    }

    private static Problem of(Refusal refusal, int status) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        return new Problem(
                "about:blank", title, status, refusal.code(), refusal.detail(), refusal.fields(), refusal.by());
    }

    static Response response(Refusal refusal) {
        return response(refusal, refusal.code().status());
    }

    /// The refusal with another status than its code's own, where HTTP has a closer one.
    static Response response(Refusal refusal, int status) {
        var response = Response.status(status).type(MEDIA_TYPE).entity(of(refusal, status));
        refusal.retryAfter()
                .ifPresent(wait -> response.header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds())));
        return response.build();
    }
}
