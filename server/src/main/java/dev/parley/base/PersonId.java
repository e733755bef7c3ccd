package dev.parley.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one person: an agent, a customer user or a public user.
public record PersonId(@JsonValue UUID value) {
    /// Reads the id from the form it has on the wire; anything else is refused as malformed.
    @JsonCreator
    public static PersonId of(String text) {
        return new PersonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
