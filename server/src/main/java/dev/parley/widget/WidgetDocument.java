package dev.parley.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.base.ChannelId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is set for a widget: where it may stand, what it says and looks like, which channels it leads to, and when.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WidgetDocument(
        List<String> sites,
        @Schema(implementation = String[].class) List<ChannelId> channels,
        Look look,
        Map<String, Texts> texts,
        Prechat prechat,
        Optional<OfficeHours> hours,
        Offline offline,
        boolean signedOnly,
        List<String> tags) {

    /// Colour, theme and corner.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Look(Optional<String> accent, Theme theme, Position position) {}

    /// The desk's own words in one language, all plain text.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Texts(
            Optional<String> greeting, Optional<String> launcher, Optional<String> nobody, Optional<String> privacy) {
        static final Texts NONE = new Texts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What is asked before a chat begins.
    public record Prechat(Email email) {
        public boolean emailRequired() {
            return email == Email.REQUIRED;
        }
    }

    public enum Theme {
        AUTO,
        LIGHT,
        DARK;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where the launcher stands; `start` and `end` by the direction of the page's writing.
    public enum Position {
        END,
        START,
        LEFT,
        RIGHT;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Email {
        OFF,
        OPTIONAL,
        REQUIRED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What the launcher does while the desk is closed: it is there and says so, or it is hidden.
    public enum Offline {
        SAY,
        HIDE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
