package dev.parley.app.demo;

import dev.parley.app.demo.ShopPages.Visitor;
import dev.parley.base.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// A shop on a port of its own, which to a browser is another site: it embeds the widget under the strictest policy a
/// page may have, and signs its customer in to it. It knows Parley as any other page does, by its address.
@ApplicationScoped
public class DemoShop {
    private static final String HOME = "/demo/shop";
    private static final String COOKIE = "northwind-customer";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Vertx vertx;
    private final Settings settings;
    private final ShopPages pages;
    private final Clock clock;
    private final String policy;
    private volatile Optional<ShopTokens> tokens = Optional.empty();

    DemoShop(Vertx vertx, Settings settings, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
        this.pages = new ShopPages(settings.address());
        // All but `connect-src` (the shop's own token), `form-action` and what only forbids is what the widget needs.
        this.policy = "default-src 'none'; script-src 'self' W; frame-src W; style-src 'self'; img-src 'self'; "
                        .replace("W", settings.address())
                + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /// From now on the shop signs its customer in to the widget with this secret.
    public void signsWith(String secret) {
        tokens = Optional.of(new ShopTokens(secret, clock));
    }

    /// Opens it, and says where it is, or why it is not.
    public String open() {
        int port = settings.shopPort();
        try {
            vertx.createHttpServer(new HttpServerOptions().setPort(port))
                    .requestHandler(this::answer)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            return "Demo shop with the widget: http://127.0.0.1:" + port + HOME;
        } catch (ExecutionException taken) {
            return "The demo shop is not there: port " + port + " cannot be used (" + String.valueOf(taken.getCause())
                    + "); choose another one with PARLEY_DEMO_PORT";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "The demo shop is not there: the server is being ended";
        }
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store");
        boolean posted = request.method() == HttpMethod.POST;
        String path = String.valueOf(request.path());
        if (posted && path.equals(HOME + "/login")) {
            remember(response, "rosa");
            goHome(response);
        } else if (posted && path.equals(HOME + "/logout")) {
            remember(response, "left");
            goHome(response);
        } else if (posted && path.equals(HOME + "/token")) {
            token(response, visitor(request));
        } else if (path.equals("/")) {
            response.setStatusCode(SEE_OTHER).putHeader("Location", HOME).end();
        } else {
            Visitor visitor = visitor(request);
            if (visitor == Visitor.CUSTOMER_WHO_LEFT) {
                // One page tells the widget; on the next one he may be talking again, as nobody in particular.
                remember(response, "");
            }
            file(response, pages.file(path, visitor));
        }
    }

    private static void remember(HttpServerResponse response, String who) {
        response.putHeader("Set-Cookie", COOKIE + "=" + who + "; Path=" + HOME + "; HttpOnly; SameSite=Lax");
    }

    private static void goHome(HttpServerResponse response) {
        response.setStatusCode(SEE_OTHER).putHeader("Location", HOME).end();
    }

    private static Visitor visitor(HttpServerRequest request) {
        var cookie = request.getCookie(COOKIE);
        return switch (cookie == null ? "" : cookie.getValue()) {
            case "rosa" -> Visitor.CUSTOMER;
            case "left" -> Visitor.CUSTOMER_WHO_LEFT;
            default -> Visitor.NOBODY;
        };
    }

    private void token(HttpServerResponse response, Visitor visitor) {
        Optional<ShopTokens> signing = tokens;
        if (visitor != Visitor.CUSTOMER) {
            response.setStatusCode(UNAUTHORIZED).end();
        } else if (signing.isEmpty()) {
            response.setStatusCode(NOT_FOUND).end();
        } else {
            response.putHeader("Content-Type", "application/json")
                    .end(new JsonObject().put("token", signing.get().rosa()).encode());
        }
    }

    private static void file(HttpServerResponse response, Optional<ShopPages.File> file) {
        if (file.isEmpty()) {
            response.setStatusCode(NOT_FOUND).end();
            return;
        }
        response.setStatusCode(OK)
                .putHeader("Content-Type", file.get().type())
                .end(file.get().text());
    }
}
