package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One row of the request list.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RequestView(
        ChatId chat,
        Kind kind,
        PersonRef from,
        Optional<String> company,
        ChatView.ChannelRef channel,
        Instant since,
        String text,
        Optional<String> note) {
    /// Who asks, and for what.
    public enum Kind {
        CUSTOMER,
        PUBLIC,
        AGENT,
        INVITATION;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
