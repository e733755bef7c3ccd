package dev.parley.access;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One HTTP request, asked who stands behind it: by the bearer token, else by the cookie of the interface that
/// `X-Parley` names.
@RequestScoped
public class Visit {
    private static final String BEARER = "bearer ";

    private final HttpServerRequest request;
    private final Sessions sessions;
    private final CallerTokens tokens;
    private @Nullable Caller known;

    Visit(HttpServerRequest request, Sessions sessions, CallerTokens tokens) {
        this.request = request;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /// The caller; refused if there is none.
    public Caller caller() {
        if (known == null) {
            known = sessions.caller(token().orElseThrow(() -> new Refusal(Code.UNAUTHENTICATED, "sign in first")));
        }
        return known;
    }

    /// The caller as an agent; anybody else is refused.
    public Caller.Agent agent() {
        if (caller() instanceof Caller.Agent agent) {
            return agent;
        }
        throw new Refusal(Code.FORBIDDEN, "for agents only");
    }

    /// The caller, or nobody if he is not signed in or no longer.
    public Optional<Caller> optionalCaller() {
        try {
            return token().isPresent() ? Optional.of(caller()) : Optional.empty();
        } catch (Refusal refused) {
            if (refused.code() == Code.UNAUTHENTICATED || refused.code() == Code.SESSION_ENDED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// The person did something, as opposed to a page that asks by itself: the idle limit starts again.
    public void used() {
        sessions.used(caller().session());
    }

    /// The network address the request came from.
    public String address() {
        var remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    }

    /// How the browser or program names itself.
    public String device() {
        return header("User-Agent").orElse("");
    }

    /// The interface that the request says it comes from.
    public Optional<Entrance> entrance() {
        return header("X-Parley").flatMap(Entrance::of);
    }

    /// The token the request came with, of whatever worth.
    public Optional<String> token() {
        Optional<String> authorization = header("Authorization");
        if (authorization.isPresent()) {
            return authorization
                    .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                    .map(value -> value.substring(BEARER.length()).strip());
        }
        return entrance()
                .flatMap(entrance -> header("Cookie").flatMap(cookies -> tokens.fromCookieHeader(cookies, entrance)));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
