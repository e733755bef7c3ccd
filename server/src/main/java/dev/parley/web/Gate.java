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

/// What every request passes before any route: headers of the answer, pages by their addresses; and behind all
/// routes, the answer where there is nothing.
@Singleton
class Gate {
    private static final int EARLIEST = 2_000;

    private final AnswerHeaders headers;
    private final Pages pages;
    private final ObjectMapper json;

    Gate(AnswerHeaders headers, Pages pages, ObjectMapper json) {
        this.headers = headers;
        this.pages = pages;
        this.json = json;
    }

    void before(@Observes Filters filters) {
        filters.register(this::pass, EARLIEST);
    }

    void behind(@Observes Router router) {
        router.route().last().handler(context -> answer(context, new Refusal(Code.NOT_FOUND, "there is nothing here")));
    }

    private void pass(RoutingContext context) {
        headers.add(context);
        String path = context.normalizedPath();
        boolean reading = context.request().method() == HttpMethod.GET
                || context.request().method() == HttpMethod.HEAD;
        Optional<String> page = reading ? pages.page(path) : Optional.empty();
        if (page.isPresent()) {
            context.reroute(page.get());
        } else {
            context.next();
        }
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
