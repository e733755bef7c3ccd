package dev.parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/// What every request passes before any route: headers of the answer, the bound on bodies, pages by their addresses;
/// and behind
/// all routes, the answer where there is nothing.
@Singleton
class Gate {
    private static final int EARLY = 1_000;
    private static final long LARGEST_BODY = 64L * 1024;
    private static final long LARGEST_IMPORT = 16L * 1024 * 1024;
    private static final String IMPORT = "/api/v1/admin/import";
    // Read by Quarkus wherever it reads a body whose length was not told.
    private static final String LARGEST_BODY_KEY = "io.quarkus.max-request-size";

    private final AnswerHeaders headers;
    private final Pages pages;
    private final ObjectMapper json;

    Gate(AnswerHeaders headers, Pages pages, ObjectMapper json) {
        this.headers = headers;
        this.pages = pages;
        this.json = json;
    }

    void before(@Observes Filters filters) {
        filters.register(this::pass, EARLY);
    }

    void behind(@Observes Router router) {
        router.route().last().handler(context -> answer(context, new Refusal(Code.NOT_FOUND, "there is nothing here")));
    }

    private void pass(RoutingContext context) {
        headers.add(context);
        String path = context.normalizedPath();
        long largest = path.equals(IMPORT) ? LARGEST_IMPORT : LARGEST_BODY;
        if (told(context) > largest) {
            // What is still on its way is not read: the connection ends with the answer.
            context.response().putHeader("Connection", "close");
            answer(context, new Refusal(Code.TOO_LARGE, "the body is too large"));
            return;
        }
        context.put(LARGEST_BODY_KEY, largest);
        boolean reading = context.request().method() == HttpMethod.GET
                || context.request().method() == HttpMethod.HEAD;
        Optional<String> page = reading ? pages.page(path) : Optional.empty();
        if (page.isPresent()) {
            context.reroute(page.get());
        } else {
            context.next();
        }
    }

    private static long told(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        // Longer than nineteen digits is too long in any case; HTTP itself refuses what is not a number.
        return length == null ? 0 : length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private void answer(RoutingContext context, Refusal refusal) {
        try {
            String body = json.writeValueAsString(Problem.of(refusal));
            context.response()
                    .setStatusCode(refusal.code().status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
