package dev.parley.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one chat.
public record ChatId(@JsonValue UUID value) {
    /// Reads the id from the form it has on the wire; anything else is refused as malformed.
    @JsonCreator
    public static ChatId of(String text) {
        return new ChatId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
