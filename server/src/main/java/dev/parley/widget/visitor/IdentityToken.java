package dev.parley.widget.visitor;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.parley.access.PersonName;
import dev.parley.base.Refusal;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A page's word on who its visitor is: a JSON Web Token (RFC 7519) that the page's own server signed a moment ago.
/// What
/// must be in it is refused if it is wrong; what may be in it is made to fit, for the visitor cannot put it right.
public record IdentityToken(
        String subject,
        String id,
        Instant expiresAt,
        Optional<String> name,
        Optional<String> email,
        Optional<String> locale,
        Optional<String> customer,
        Attributes attributes) {
    private static final int LONGEST_TOKEN = 8 * 1024;
    private static final int LONGEST_WORD = 200;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final long LAST_SECOND = 1L << 40;
    private static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.ES256, JWSAlgorithm.HS256);

    /// Reads a token that was made for `audience` and signed with one of `keys`; anything else is refused with its
    /// reason. Whether it was used before is not known here.
    static IdentityToken verified(String token, String audience, SigningKeys keys, Instant now) {
        JWSObject signed = signed(token);
        if (!keys.have(signed.getHeader().getAlgorithm())) {
            throw Refusal.identity("algorithm", "the widget has no key for this algorithm");
        }
        if (!keys.signed(signed)) {
            throw Refusal.identity("signature", "none of the widget's keys made this signature");
        }
        var claims = new Claims(Optional.ofNullable(signed.getPayload().toJSONObject())
                .orElseThrow(() -> Refusal.identity("format", "the claims are not a JSON object")));
        claims.requireAudience(audience);
        claims.requireTime(now);
        return new IdentityToken(
                claims.word("sub"),
                claims.word("jti"),
                claims.instant("exp"),
                claims.text("name"),
                claims.text("email"),
                claims.text("locale"),
                claims.text("customer")
                        .map(name -> OneLine.of(name, LONGEST_WORD))
                        .filter(name -> !name.isEmpty()),
                claims.attributes());
    }

    /// The token taken apart, if its algorithm is one of ours. What is not signed at all is not even looked at further.
    private static JWSObject signed(String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw Refusal.identity("format", "a token is at most 8 KiB long");
        }
        try {
            Object algorithm = JSONObjectUtils.parse(JWSObject.split(token)[0].decodeToString())
                    .get("alg");
            if (ALGORITHMS.stream().noneMatch(ours -> ours.getName().equals(algorithm))) {
                throw Refusal.identity("algorithm", "a token is signed with ES256 or HS256");
            }
            return JWSObject.parse(token);
        } catch (ParseException notAToken) {
            throw Refusal.identity("format", "not a signed JSON Web Token");
        }
    }

    /// What he is called here: by his name or, without one, by his address or by what the page calls him.
    public PersonName displayName() {
        return Stream.of(name, email, Optional.of(subject))
                .flatMap(Optional::stream)
                .map(PersonName::fitting)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Refusal.identity("format", "nothing of sub can be seen"));
    }

    @Override
    public String toString() {
        return "IdentityToken";
    }

    /// The claims of a token whose signature is good.
    private record Claims(Map<String, Object> all) {
        void requireAudience(String audience) {
            Object given = required("aud");
            boolean ours = given instanceof List<?> several ? several.contains(audience) : audience.equals(given);
            if (!ours) {
                throw Refusal.identity("audience", "aud is not the key of this widget");
            }
        }

        void requireTime(Instant now) {
            Instant issued = instant("iat");
            Instant expires = instant("exp");
            if (!now.isBefore(expires)) {
                throw Refusal.identity("expired", "exp has passed");
            }
            Instant begins = all.get("nbf") == null ? issued : later(issued, instant("nbf"));
            if (begins.isAfter(now.plus(LEEWAY))) {
                throw Refusal.identity("not_yet", "iat or nbf is in the future");
            }
            if (expires.isAfter(issued.plus(LONGEST_LIFE))) {
                throw Refusal.identity("lifetime", "exp is more than ten minutes after iat");
            }
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        private Object required(String claim) {
            return Optional.ofNullable(all.get(claim))
                    .orElseThrow(() -> Refusal.identity("required", claim + " is missing"));
        }

        /// A text that must be there and stays as it is.
        String word(String claim) {
            boolean fits = required(claim) instanceof String text
                    && OneLine.length(text) <= LONGEST_WORD
                    && !text.isBlank()
                    && OneLine.of(text, LONGEST_WORD).equals(text);
            if (!fits) {
                throw Refusal.identity("format", claim + " is a text of up to 200 characters on one line");
            }
            return (String) required(claim);
        }

        Instant instant(String claim) {
            if (required(claim) instanceof Number seconds
                    && seconds.longValue() >= 0
                    && seconds.longValue() <= LAST_SECOND) {
                return Instant.ofEpochSecond(seconds.longValue());
            }
            throw Refusal.identity("format", claim + " is a number of seconds since 1970");
        }

        Optional<String> text(String claim) {
            Object given = all.get(claim);
            if (given != null && !(given instanceof String)) {
                throw Refusal.identity("format", claim + " is a text");
            }
            return Optional.ofNullable((String) given);
        }

        Attributes attributes() {
            Object given = all.get("attributes");
            if (given == null) {
                return Attributes.NONE;
            }
            if (!(given instanceof Map<?, ?> object)) {
                throw Refusal.identity("format", "attributes is an object");
            }
            var values = new LinkedHashMap<String, Object>();
            object.forEach((name, value) -> {
                if (value != null) {
                    values.put(String.valueOf(name), value instanceof String text ? shortened(text) : value);
                }
            });
            try {
                return Attributes.of(values, Attributes.MOST, "attributes");
            } catch (Refusal wrong) {
                throw Refusal.identity(
                        "format", "attributes are up to 20 texts, numbers or booleans: " + wrong.fields());
            }
        }

        private static String shortened(String text) {
            return OneLine.of(text, Attributes.LONGEST_VALUE);
        }
    }
}
