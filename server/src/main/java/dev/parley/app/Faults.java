package dev.parley.app;

import dev.parley.base.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What is wrong in a form or document, each fault under the path of its field, and the first fault of a field only.
final class Faults {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)*");
    private static final int LONGEST_EMAIL = 254;
    private static final int ENOUGH = 20;

    private final Map<String, String> found = new LinkedHashMap<>();

    void add(String path, String code) {
        if (found.size() < ENOUGH) {
            found.putIfAbsent(path, code);
        }
    }

    void addIf(boolean wrong, String path, String code) {
        if (wrong) {
            add(path, code);
        }
    }

    /// A line of text somebody must give.
    void line(String path, String value, int longest) {
        addIf(value.isBlank(), path, "required");
        addIf(value.codePointCount(0, value.length()) > longest, path, "too_long");
        addIf(value.chars().anyMatch(Character::isISOControl), path, "format");
    }

    void email(String path, String value) {
        line(path, value, LONGEST_EMAIL);
        addIf(!EMAIL.matcher(value).matches(), path, "format");
    }

    void timeZone(String path, String value) {
        try {
            ZoneId.of(value);
        } catch (DateTimeException unknown) {
            add(path, value.isBlank() ? "required" : "unknown");
        }
    }

    void duration(String path, String value) {
        try {
            addIf(!Duration.parse(value).isPositive(), path, "format");
        } catch (DateTimeParseException notADuration) {
            add(path, "format");
        }
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Refusal.fields(found);
        }
    }
}
