package dev.parley.app;

import dev.parley.base.Code;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// How large a body may be: 64 KiB, but for the import of whole companies, which may have what the server takes at
/// all.
@ApplicationScoped
class BodyLimits {
    private static final long USUAL_BYTES = 64 * 1024;
    private static final String LARGE = "/api/v1/admin/import";
    // Before authentication and routing, after the server's own limit, which this one narrows.
    private static final int PRIORITY = 1_000;

    BodyLimits() {}

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::narrow, PRIORITY);
    }

    private static void narrow(RoutingContext context) {
        if (context.normalizedPath().equals(LARGE)) {
            context.next();
        } else if (announced(context) > USUAL_BYTES) {
            refuse(context);
        } else {
            // For bodies that come in chunks of unknown number.
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, USUAL_BYTES);
            context.next();
        }
    }

    private static long announced(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return Long.MAX_VALUE;
        }
    }

    private static void refuse(RoutingContext context) {
        int status = Code.TOO_LARGE.status();
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                // The rest of the body is not read, so nothing more can come on this connection.
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", "Content Too Large")
                        .put("status", status)
                        .put("code", Code.TOO_LARGE.wireName())
                        .put("detail", "a body may have " + USUAL_BYTES + " bytes at most")
                        .encode());
    }
}
