package dev.parley.web;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Lets no other site's page change anything in a browser's name: a change needs an `Origin` of our own, if it
/// carries one, and with a cookie also the `X-Parley` header, which a page of another site cannot set. A bearer token
/// is never sent by a browser by itself.
@Singleton
class OriginFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Origins origins;

    OriginFilter(Origins origins) {
        this.origins = origins;
    }

    @ServerRequestFilter(preMatching = true)
    public void check(HttpServerRequest request) {
        if (READING.contains(request.method().name()) || bearer(request.getHeader("Authorization"))) {
            return;
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !own(origin, request)) {
            throw new Refusal(Code.WRONG_ORIGIN, "this is not one of our own pages");
        }
        if (withOurCookie(request.getHeader("Cookie")) && request.getHeader("X-Parley") == null) {
            throw new Refusal(Code.WRONG_ORIGIN, "the X-Parley header is missing");
        }
    }

    private boolean own(String origin, HttpServerRequest request) {
        String host = request.getHeader("Host");
        String asked = host != null ? host : String.valueOf(request.authority());
        return origins.own(origin, asked, "https".equals(request.scheme()));
    }

    private static boolean bearer(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }

    /// Those of our own pages, and the widget's, which a browser sends along with whatever the embedding page asks of
    /// us.
    private static boolean withOurCookie(@Nullable String cookies) {
        return cookies != null && (cookies.contains("parley-") || cookies.contains("__Host-v="));
    }
}
