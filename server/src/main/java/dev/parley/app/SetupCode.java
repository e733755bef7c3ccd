package dev.parley.app;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/// What only somebody who sees the server's output knows: 60 random bits, new at each start, never stored.
@ApplicationScoped
class SetupCode {
    // Crockford's base 32: no letter that is taken for a digit.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private final String code;

    SetupCode() {
        var random = new SecureRandom();
        var made = new StringBuilder();
        for (int position = 0; position < LENGTH; position++) {
            if (position > 0 && position % GROUP == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        this.code = made.toString();
    }

    String shown() {
        return code;
    }

    void require(String given) {
        if (!MessageDigest.isEqual(bytes(code), bytes(given))) {
            throw new Refusal(Code.WRONG_SETUP_CODE, "the setup code is printed when the server starts");
        }
    }

    private static byte[] bytes(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
