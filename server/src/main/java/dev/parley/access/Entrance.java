package dev.parley.access;

import dev.parley.base.PersonRef;
import java.util.Locale;
import java.util.Optional;

/// The interface a caller comes through, as the `X-Parley` header, the sign-in and the socket's `hello` name it. Public
/// users have two: our own pages, and the widget in somebody else's.
public enum Entrance {
    AGENT(PersonRef.Kind.AGENT),
    CUSTOMER(PersonRef.Kind.CUSTOMER_USER),
    PUBLIC(PersonRef.Kind.PUBLIC_USER),
    WIDGET(PersonRef.Kind.PUBLIC_USER);

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

    /// The kind of people who come in here.
    public PersonRef.Kind kind() {
        return kind;
    }

    /// Whether one signs in here with a password.
    boolean hasAccounts() {
        return kind != PersonRef.Kind.PUBLIC_USER;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
