package dev.parley.gateway;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// Instants as they stand in frames: RFC 3339 in UTC with milliseconds.
final class Instants {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Instants() {}

    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
