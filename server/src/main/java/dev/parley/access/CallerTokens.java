package dev.parley.access;

import dev.parley.base.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Where a token travels: in the cookie of the interface it is for. The headers are written here and nowhere else;
/// JAX-RS knows no `Partitioned`.
@ApplicationScoped
public class CallerTokens {
    private final boolean https;

    CallerTokens(Settings settings) {
        this.https = settings.address().startsWith("https:");
    }

    /// The token in a raw `Cookie` header that belongs to the interface `as`.
    public Optional<String> fromCookieHeader(String cookieHeader, String as) {
        return Entrance.of(as).flatMap(entrance -> fromCookieHeader(cookieHeader, entrance));
    }

    Optional<String> fromCookieHeader(String cookieHeader, Entrance entrance) {
        String start = name(entrance) + "=";
        for (String pair : cookieHeader.split(";", -1)) {
            String cookie = pair.strip();
            if (cookie.startsWith(start) && cookie.length() > start.length()) {
                return Optional.of(cookie.substring(start.length()));
            }
        }
        return Optional.empty();
    }

    /// The `Set-Cookie` header that has the browser carry this token. The cookie ends with the browser at the latest;
    /// the session has limits of its own.
    public String cookie(Entrance entrance, String token) {
        return name(entrance) + "=" + token + attributes(entrance);
    }

    /// The `Set-Cookie` header that takes the cookie away.
    public String noCookie(Entrance entrance) {
        return name(entrance) + "=" + attributes(entrance) + "; Max-Age=0";
    }

    private String attributes(Entrance entrance) {
        String always = "; Path=/; HttpOnly";
        String where = switch (entrance) {
            case AGENT -> "; SameSite=Strict";
            case CUSTOMER, PUBLIC -> "; SameSite=Lax";
            // In a frame on another site's page. Partitioned: good only beneath that site (ADR 19).
            case WIDGET -> "; SameSite=None; Partitioned";
        };
        return always + (secure(entrance) ? "; Secure" : "") + where;
    }

    // A browser accepts the prefix __Host- only with Secure, without a domain and for the whole path; plain HTTP has
    // no Secure. The widget's cookie cannot do without: where it is refused, the frame keeps the token in memory.
    private boolean secure(Entrance entrance) {
        return https || entrance == Entrance.WIDGET;
    }

    private String name(Entrance entrance) {
        String prefix = secure(entrance) ? "__Host-" : "";
        return prefix + (entrance == Entrance.WIDGET ? "v" : "parley-" + entrance.wireName());
    }
}
