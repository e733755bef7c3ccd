package dev.parley.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who starts a chat with whom.
public enum Direction {
    AGENT_AGENT,
    AGENT_CUSTOMER,
    CUSTOMER,
    PUBLIC;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
