package dev.parley.widget.visitor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Flat facts, each a name with a short text, a number or a boolean, in the order they were told.
public record Attributes(@JsonValue Map<String, Object> values) {
    public static final Attributes NONE = new Attributes(Map.of());
    static final int MOST = 20;
    static final int LONGEST_NAME = 64;
    static final int LONGEST_VALUE = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Attributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// What somebody gives; refused with a code of the field `field` if it is more than `most`, too long or not flat.
    static Attributes of(Map<String, ?> given, int most, String field) {
        if (given.size() > most) {
            throw Refusal.fields(Map.of(field, "too_long"));
        }
        var values = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> values.put(name(name, field), value(value, field + "." + name)));
        return new Attributes(values);
    }

    static String name(String given, String field) {
        String name = OneLine.of(given, LONGEST_NAME);
        if (name.isEmpty()) {
            throw Refusal.fields(Map.of(field, "format"));
        }
        if (OneLine.length(given) > LONGEST_NAME) {
            throw Refusal.fields(Map.of(field, "too_long"));
        }
        return name;
    }

    private static Object value(@Nullable Object given, String field) {
        boolean flat = given instanceof String || given instanceof Number || given instanceof Boolean;
        if (given == null || !flat) {
            throw Refusal.fields(Map.of(field, "format"));
        }
        if (OneLine.length(given.toString()) > LONGEST_VALUE) {
            throw Refusal.fields(Map.of(field, "too_long"));
        }
        return given instanceof String text ? OneLine.of(text, LONGEST_VALUE) : given;
    }
}
