package dev.parley.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a mail can be sent to, as far as its form tells.
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]+");

    /// The code of what is wrong with an address that somebody gave; empty if it will do.
    public static Optional<String> fault(String given) {
        if (given.isBlank()) {
            return Optional.of("required");
        }
        if (given.length() > LONGEST) {
            return Optional.of("too_long");
        }
        return FORM.matcher(given).matches() ? Optional.empty() : Optional.of("format");
    }

    /// The form in which addresses are compared, as the unique indexes do.
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
