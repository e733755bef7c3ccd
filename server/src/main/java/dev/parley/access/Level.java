package dev.parley.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.Refusal;
import java.util.Locale;
import java.util.Map;

/// What somebody is in a chat, and what an agent's permissions make him at most in a channel. Each level includes
/// those before it.
public enum Level {
    OBSERVER,
    PARTICIPANT,
    OWNER;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Level of(String wireName) {
        for (Level level : values()) {
            if (level.wireName().equals(wireName)) {
                return level;
            }
        }
        throw Refusal.fields(Map.of("level", "unknown"));
    }

    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
