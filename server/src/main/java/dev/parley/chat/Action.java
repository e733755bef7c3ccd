package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody may be allowed to do in a chat.
public enum Action {
    READ,
    POST,
    NOTE,
    ACCEPT,
    DECLINE,
    WITHDRAW,
    INVITE,
    CHANGE_CHANNEL,
    OBSERVE,
    PARTICIPATE,
    OWN,
    LEAVE,
    CLOSE,
    REOPEN;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
