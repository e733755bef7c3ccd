package dev.parley.access;

import dev.parley.base.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A name as people may give it: 1 to 64 code points, on one line, without characters that turn the text around it.
public record PersonName(String value) {
    private static final int LONGEST = 64;
    // Control characters, and the marks that embed, override and isolate writing directions.
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    /// The cleaned name; refused with the code of the field `field` if nothing is left of it or it is too long.
    public static PersonName of(@Nullable String given, String field) {
        String name = given == null ? "" : given;
        fault(name).ifPresent(code -> {
            throw Refusal.fields(Map.of(field, code));
        });
        return new PersonName(clean(name));
    }

    /// The code of what is wrong with a name that somebody gave; empty if it will do.
    public static Optional<String> fault(String given) {
        String clean = clean(given);
        if (!VISIBLE.matcher(clean).find()) {
            return Optional.of("required");
        }
        return clean.codePointCount(0, clean.length()) > LONGEST ? Optional.of("too_long") : Optional.empty();
    }

    /// The text on one line and without characters that turn what stands around it.
    public static String clean(String given) {
        return UNWANTED.matcher(given).replaceAll("").strip();
    }

    /// The cleaned name, cut where it is too long; nothing, if nothing of it can be seen.
    public static Optional<PersonName> fitting(String given) {
        String clean = clean(given);
        String cut = clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)).strip();
        return Optional.of(cut).filter(name -> VISIBLE.matcher(name).find()).map(PersonName::new);
    }
}
