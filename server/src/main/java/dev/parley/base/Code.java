package dev.parley.base;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The closed list of reasons Parley says no for. The names are part of the protocol (`docs/protocol.md`) and never
/// change.
public enum Code {
    MALFORMED(400),
    INVALID(422),
    EMPTY(422),
    TOO_LONG(422),
    TOO_LARGE(413),
    UNAUTHENTICATED(401),
    SESSION_ENDED(401),
    LOGIN_FAILED(401),
    IDENTITY_REFUSED(401),
    TOO_MANY_ATTEMPTS(429),
    WRONG_ORIGIN(403),
    WRONG_SETUP_CODE(403),
    FORBIDDEN(403),
    NOT_IDENTIFIED(403),
    NOT_FOUND(404),
    ALREADY_ACCEPTED(409),
    CHAT_CLOSED(409),
    NOT_ACCEPTED(409),
    LAST_CONTRIBUTOR(409),
    NOT_AVAILABLE(409),
    ALREADY_NOTED(409),
    CONFLICT(409),
    ID_REUSED(409),
    TOO_FAST(429),
    LIMIT(429),
    UNAVAILABLE(503),
    INTERNAL(500);

    private final int status;

    Code(int status) {
        this.status = status;
    }

    /// The HTTP status that goes with this reason.
    public int status() {
        return status;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
