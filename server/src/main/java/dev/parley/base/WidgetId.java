package dev.parley.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one widget. Pages know it by its key, which may be read by everybody.
public record WidgetId(@JsonValue UUID value) {
    /// Reads the id from the form it has on the wire; anything else is refused as malformed.
    @JsonCreator
    public static WidgetId of(String text) {
        return new WidgetId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
