package dev.parley.transcript;

import dev.parley.base.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// For whom a transcript is written: in which time zone and language.
public record Reader(ZoneId timeZone, Locale locale) {
    static ZoneId requiredZone(String name) {
        return zone(name).orElseThrow(() -> Refusal.fields(Map.of("timeZone", "unknown")));
    }

    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static Locale requiredLocale(String tag) {
        return locale(tag).orElseThrow(() -> Refusal.fields(Map.of("locale", "format")));
    }

    static Optional<Locale> locale(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(locale -> !locale.getLanguage().isEmpty());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
