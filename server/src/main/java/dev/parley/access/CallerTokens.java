package dev.parley.access;

import dev.parley.base.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/// Where a token travels: in the cookie of the interface it is for.
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

    /// The cookie that carries this token. It ends with the browser at the latest; the session has limits of its own.
    public NewCookie cookie(Entrance entrance, String token) {
        return builder(entrance).value(token).build();
    }

    /// Takes the cookie away.
    public NewCookie noCookie(Entrance entrance) {
        return builder(entrance).value("").maxAge(0).build();
    }

    private NewCookie.Builder builder(Entrance entrance) {
        return new NewCookie.Builder(name(entrance))
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite(entrance == Entrance.AGENT ? NewCookie.SameSite.STRICT : NewCookie.SameSite.LAX);
    }

    // A browser accepts the prefix __Host- only with Secure, without a domain and for the whole path; plain HTTP has
    // no Secure.
    private String name(Entrance entrance) {
        return (https ? "__Host-parley-" : "parley-") + entrance.wireName();
    }
}
