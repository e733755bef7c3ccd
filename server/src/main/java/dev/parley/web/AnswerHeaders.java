package dev.parley.web;

import dev.parley.base.Settings;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/// The headers that go with every answer: what a page of ours may load and do, and what may be kept of it.
@Singleton
class AnswerHeaders {
    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String OPENER_HEADER = "Cross-Origin-Opener-Policy";
    private static final String API = "/api/";
    private static final String DOCS = "/api/v1/docs";
    private static final String WIDGET = "/widget/v";
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";
    private static final String OUR_POLICY = POLICY + "; require-trusted-types-for 'script'";
    // Swagger UI brings inline scripts and styles; it shows no text of anybody's.
    private static final String DOCS_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
            .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private final boolean https;

    AnswerHeaders(Settings settings) {
        this.https = settings.address().startsWith("https:");
    }

    void add(RoutingContext context) {
        String path = context.normalizedPath();
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (path.startsWith(WIDGET)) {
            // What other people's pages load of us says itself who may show it and how long it may be kept. Said twice,
            // a policy would be as strict as both.
            context.addHeadersEndHandler(sent -> {
                unlessSaid(headers, POLICY_HEADER, OUR_POLICY);
                unlessSaid(headers, OPENER_HEADER, "same-origin");
                unlessSaid(headers, "Cache-Control", keeping(context, path));
            });
        } else {
            headers.set(POLICY_HEADER, path.startsWith(DOCS) ? DOCS_POLICY : OUR_POLICY);
            headers.set(OPENER_HEADER, "same-origin");
            // Set last: whoever serves the file has an opinion of his own.
            context.addHeadersEndHandler(sent -> headers.set("Cache-Control", keeping(context, path)));
        }
    }

    private static void unlessSaid(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private static String keeping(RoutingContext context, String path) {
        if (path.startsWith(API) && !path.startsWith(DOCS)) {
            return "no-store";
        }
        // Their names carry a hash of what is in them.
        return path.startsWith("/assets/") && context.response().getStatusCode() == 200
                ? "public, max-age=31536000, immutable"
                : "no-cache";
    }
}
