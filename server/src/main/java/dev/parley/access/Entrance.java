package dev.parley.access;

import dev.parley.base.PersonRef;
import java.util.Locale;
import java.util.Optional;

/// The interface a caller comes through, as the `X-Parley` header, the sign-in and the socket's `hello` name it.
public enum Entrance {
    AGENT(PersonRef.Kind.AGENT),
    CUSTOMER(PersonRef.Kind.CUSTOMER_USER),
    PUBLIC(PersonRef.Kind.PUBLIC_USER);

    private final PersonRef.Kind kind;

    Entrance(PersonRef.Kind kind) {
        this.kind = kind;
    }

    public static Optional<Entrance> of(String wireName) {
        for (Entrance entrance : values()) {
            if (entrance.wireName().equals(wireName)) {
                return Optional.of(entrance);
            }
        }
        return Optional.empty();
    }

    /// The entrance that people of this kind use.
    public static Entrance of(PersonRef.Kind kind) {
        return switch (kind) {
            case AGENT -> AGENT;
            case CUSTOMER_USER -> CUSTOMER;
            case PUBLIC_USER -> PUBLIC;
        };
    }

    public PersonRef.Kind kind() {
        return kind;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
