package dev.parley.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one customer (a company).
public record CustomerId(@JsonValue UUID value) {
    /// Reads the id from the form it has on the wire; anything else is refused as malformed.
    @JsonCreator
    public static CustomerId of(String text) {
        return new CustomerId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
