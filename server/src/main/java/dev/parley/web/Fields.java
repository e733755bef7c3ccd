package dev.parley.web;

import dev.parley.base.Code;
import dev.parley.base.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks the fields of one body and refuses all that are wrong at once. Owned by the request that made it.
public final class Fields {
    private static final int LARGEST_PAGE = 200;

    private final Map<String, String> wrong = new LinkedHashMap<>();

    /// Refuses a request that came without a body.
    public static void body(@Nullable Object body) {
        if (body == null) {
            throw new Refusal(Code.MALFORMED, "a JSON object is missing");
        }
    }

    /// The text of a field that must be there, or an empty one with the field noted as wrong.
    public String required(String name, Optional<String> value, int longest) {
        String text = value.orElse("");
        if (text.isBlank()) {
            wrong(name, "required");
            return "";
        }
        return fits(name, text, longest) ? text : "";
    }

    /// The text of a field that may be missing or blank.
    public Optional<String> optional(String name, Optional<String> value, int longest) {
        return value.map(String::strip).filter(text -> !text.isEmpty() && fits(name, text, longest));
    }

    private boolean fits(String name, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(name, "too_long");
            return false;
        }
        if (text.indexOf('\u0000') >= 0) {
            wrong(name, "format");
            return false;
        }
        return true;
    }

    /// Notes `limit` as wrong if no page may be so large, or so small.
    public void page(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            wrong("limit", "format");
        }
    }

    /// Refuses the same where nothing else may be wrong.
    public static void requirePage(int limit) {
        var fields = new Fields();
        fields.page(limit);
        fields.check();
    }

    /// Notes a field as wrong.
    public void wrong(String name, String code) {
        wrong.putIfAbsent(name, code);
    }

    /// Refuses if any field was wrong.
    public void check() {
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
    }
}
