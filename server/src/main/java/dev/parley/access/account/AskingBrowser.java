package dev.parley.access.account;

import dev.parley.access.Token;
import dev.parley.base.Settings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/// Knows again the browser in which somebody asked for an account, by a cookie with a secret of its own.
@Singleton
class AskingBrowser {
    private static final String NAME = "parley-registration";

    private final boolean https;

    AskingBrowser(Settings settings) {
        this.https = settings.address().startsWith("https:");
    }

    NewCookie cookie(String secret) {
        return builder(secret)
                .maxAge((int) AccountRequest.Kind.REGISTRATION.life.toSeconds())
                .build();
    }

    NewCookie noCookie() {
        return builder("").maxAge(0).build();
    }

    Optional<Token> secret(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Token::new);
    }

    // Lax: the link is followed from a mail program, that is, from another site.
    private NewCookie.Builder builder(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.LAX);
    }

    private String name() {
        return https ? "__Host-" + NAME : NAME;
    }
}
