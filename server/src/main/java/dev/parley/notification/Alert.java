package dev.parley.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.ChatId;
import dev.parley.people.Preferences;
import java.util.Locale;
import java.util.Optional;

/// What is pushed to a browser: of what, where, and in the agent's language what to show.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Alert(Kind kind, Optional<ChatId> chat, String title, String body, String url, Optional<Accept> accept) {
    /// The button that takes a request or an invitation, and what to say if somebody else was first; `{name}` stands
    /// for him.
    record Accept(String label, String taken) {}

    /// Of what the agent is told.
    enum Kind {
        REQUEST,
        INVITATION,
        MESSAGE,
        /// An internal note that names him.
        MENTION,
        TEST;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether he wants a mail of it. Requests to the desk are mailed when nobody at all has seen them.
        boolean mailed(Preferences preferences) {
            return switch (this) {
                case INVITATION -> preferences.notifications().invitation().email();
                case MESSAGE -> preferences.notifications().message().email();
                case MENTION -> preferences.notifications().mention().email();
                case REQUEST, TEST -> false;
            };
        }

        /// Whether something was said in a chat of his, as opposed to somebody asking for him.
        boolean said() {
            return this == MESSAGE || this == MENTION;
        }

        /// Whether he wants to see it.
        boolean wanted(Preferences preferences) {
            return switch (this) {
                case REQUEST -> preferences.notifications().request().popup();
                case INVITATION -> preferences.notifications().invitation().popup();
                case MESSAGE -> preferences.notifications().message().popup();
                case MENTION -> preferences.notifications().mention().popup();
                case TEST -> true;
            };
        }
    }
}
