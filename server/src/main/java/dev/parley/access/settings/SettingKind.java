package dev.parley.access.settings;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a setting of the desk may hold.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SettingKind.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = SettingKind.Line.class, name = "line"),
    @JsonSubTypes.Type(value = SettingKind.Number.class, name = "number"),
    @JsonSubTypes.Type(value = SettingKind.WebAddress.class, name = "web_address"),
    @JsonSubTypes.Type(value = SettingKind.TimeZone.class, name = "time_zone")
})
sealed interface SettingKind {
    Choice SWITCH = new Choice(List.of("on", "off"));
    /// The languages that the pages speak.
    Choice LANGUAGE = new Choice(List.of("en", "de", "ar"));

    /// The code of what is wrong with a value that somebody gave; empty if it will do.
    Optional<String> fault(String value);

    /// What an operator may type, for him to read.
    String hint();

    /// One of a few words.
    record Choice(List<String> values) implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            return values.contains(value) ? Optional.empty() : Optional.of("unknown");
        }

        @Override
        public String hint() {
            return String.join(" | ", values);
        }
    }

    /// Text on one line.
    record Line(int longest) implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            if (value.codePointCount(0, value.length()) > longest) {
                return Optional.of("too_long");
            }
            return value.chars().anyMatch(Character::isISOControl) ? Optional.of("format") : Optional.empty();
        }

        @Override
        public String hint() {
            return "text, at most " + longest + " characters";
        }
    }

    /// A whole number.
    record Number(int least, int most) implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            boolean right =
                    value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
            return right ? Optional.empty() : Optional.of("format");
        }

        @Override
        public String hint() {
            return "a number from " + least + " to " + most;
        }
    }

    /// The address of a page for everybody.
    record WebAddress() implements SettingKind {
        private static final int LONGEST = 2_000;

        @Override
        public Optional<String> fault(String value) {
            if (value.length() > LONGEST) {
                return Optional.of("too_long");
            }
            try {
                var uri = new URI(value);
                boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
                return web && uri.getHost() != null ? Optional.empty() : Optional.of("format");
            } catch (URISyntaxException notAnAddress) {
                return Optional.of("format");
            }
        }

        @Override
        public String hint() {
            return "https://…";
        }
    }

    record TimeZone() implements SettingKind {
        @Override
        public Optional<String> fault(String value) {
            try {
                ZoneId.of(value);
                return Optional.empty();
            } catch (DateTimeException unknown) {
                return Optional.of("unknown");
            }
        }

        @Override
        public String hint() {
            return "a time zone such as Europe/Berlin";
        }
    }
}
