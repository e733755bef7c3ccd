package dev.parley.widget;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When a desk is open: blocks of each weekday on the clocks of one time zone, and holidays that take a day's place.
public record OfficeHours(ZoneId timeZone, Map<String, List<Block>> week, List<Holiday> holidays) {
    /// The weekdays as they are written, in ISO order.
    static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /// Nobody plans his holidays further ahead than the next one of each.
    private static final int DAYS_AHEAD = 366;

    /// From one minute of the day to another; the last may be 24:00.
    @Schema(implementation = String[].class)
    public record Block(int from, int to) {
        static final int DAY = 24 * 60;

        /// As it is written: `["08:00", "12:00"]`.
        @JsonValue
        public List<String> times() {
            return List.of(time(from), time(to));
        }

        private static String time(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /// A day that is not like its weekday: closed, or open in blocks of its own.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Holiday(
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate date, Optional<String> name, List<Block> blocks) {}

    private record Span(Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public boolean open(Instant at) {
        return spans(at.atZone(timeZone).toLocalDate()).stream().anyMatch(span -> span.covers(at));
    }

    /// When it opens next; empty while it is open, and if it does not open within a year.
    public Optional<Instant> opensAt(Instant at) {
        if (open(at)) {
            return Optional.empty();
        }
        LocalDate today = at.atZone(timeZone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(date -> spans(date).stream())
                .filter(span -> span.from().isAfter(at) && span.from().isBefore(span.to()))
                .map(Span::from)
                .min(Instant::compareTo);
    }

    private List<Span> spans(LocalDate date) {
        return blocks(date).stream()
                .map(block -> new Span(begin(date, block.from()), end(date, block.to())))
                .toList();
    }

    private List<Block> blocks(LocalDate date) {
        return holidays.stream()
                .filter(holiday -> holiday.date().equals(date))
                .findFirst()
                .map(Holiday::blocks)
                .orElseGet(() -> week.getOrDefault(DAYS.get(date.getDayOfWeek().getValue() - 1), List.of()));
    }

    /// Where clocks are set back, the block begins when they show its time for the first time …
    private Instant begin(LocalDate date, int minute) {
        return instant(date, minute, true);
    }

    /// … and ends when they show it for the last time, so that no hour of a desk that is open is lost.
    private Instant end(LocalDate date, int minute) {
        return instant(date, minute, false);
    }

    private Instant instant(LocalDate date, int minute, boolean first) {
        LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
        List<ZoneOffset> offsets = timeZone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            // Clocks that are set forward never show this time: it is when they are set.
            ZoneOffsetTransition gap = timeZone.getRules().getTransition(local);
            return gap.getInstant();
        }
        return local.toInstant(first || minute == Block.DAY ? offsets.getFirst() : offsets.getLast());
    }
}
