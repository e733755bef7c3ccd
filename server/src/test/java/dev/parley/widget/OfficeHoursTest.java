package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OfficeHoursTest {
    private static final String WEEK = """
            "mon": [["08:00", "12:00"], ["13:00", "18:00"]], "tue": [["08:00", "18:00"]], "wed": [["08:00", "18:00"]],
            "thu": [["08:00", "18:00"]], "fri": [["08:00", "24:00"]], "sat": [["00:00", "02:00"]]
            """;
    private static final OfficeHours BERLIN = hours("Europe/Berlin", WEEK, "");

    private static OfficeHours hours(String zone, String week, String holidays) {
        return Written.read("""
                {"hours": {"timeZone": "%s", "week": {%s}, "holidays": [%s]}}
                """.formatted(zone, week, holidays)).hours().orElseThrow();
    }

    private static Instant in(String zone, String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    private static boolean open(OfficeHours hours, String local) {
        return hours.open(in(hours.timeZone().getId(), local));
    }

    private static LocalDateTime opensAt(OfficeHours hours, String local) {
        return hours.opensAt(in(hours.timeZone().getId(), local))
                .orElseThrow()
                .atZone(hours.timeZone())
                .toLocalDateTime();
    }

    @Test
    void blockBeginsAtItsFirstMinuteAndEndsBeforeItsLast() {
        assertThat(open(BERLIN, "2026-11-30T07:59:59")).isFalse();
        assertThat(open(BERLIN, "2026-11-30T08:00:00")).isTrue();
        assertThat(open(BERLIN, "2026-11-30T11:59:59")).isTrue();
        assertThat(open(BERLIN, "2026-11-30T12:00:00")).isFalse();
        assertThat(open(BERLIN, "2026-11-30T13:00:00")).isTrue();
    }

    @Test
    void dayThatIsNotNamedIsClosed() {
        assertThat(open(BERLIN, "2026-11-29T10:00:00")).isFalse();
        assertThat(opensAt(BERLIN, "2026-11-29T10:00:00")).isEqualTo(LocalDateTime.parse("2026-11-30T08:00:00"));
    }

    @Test
    void opensAgainAfterTheBreakOrOnTheNextDay() {
        assertThat(opensAt(BERLIN, "2026-11-30T12:30:00")).isEqualTo(LocalDateTime.parse("2026-11-30T13:00:00"));
        assertThat(opensAt(BERLIN, "2026-11-30T18:00:00")).isEqualTo(LocalDateTime.parse("2026-12-01T08:00:00"));
        assertThat(BERLIN.opensAt(in("Europe/Berlin", "2026-11-30T09:00:00"))).isEmpty();
    }

    @Test
    void endOfTheDayIsOpenUntilMidnightAndGoesOnWithTheNext() {
        assertThat(open(BERLIN, "2026-12-04T23:59:59")).isTrue();
        assertThat(open(BERLIN, "2026-12-05T00:00:00")).isTrue();
        assertThat(open(BERLIN, "2026-12-05T02:00:00")).isFalse();
    }

    @Test
    void sameHoursAreAtAnotherInstantInSummer() {
        assertThat(BERLIN.open(Instant.parse("2026-07-06T06:00:00Z"))).isTrue();
        assertThat(BERLIN.open(Instant.parse("2026-11-30T06:00:00Z"))).isFalse();
        assertThat(BERLIN.opensAt(Instant.parse("2026-03-29T12:00:00Z")))
                .contains(Instant.parse("2026-03-30T06:00:00Z"));
    }

    @Test
    void timeThatClocksJumpOverIsWhenTheyAreSet() {
        OfficeHours early = hours("Europe/Berlin", "\"sun\": [[\"02:30\", \"05:00\"]]", "");
        assertThat(early.open(Instant.parse("2026-03-29T00:59:59Z"))).isFalse();
        assertThat(early.open(Instant.parse("2026-03-29T01:00:00Z"))).isTrue();
        assertThat(early.opensAt(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        OfficeHours inside = hours("Europe/Berlin", "\"sun\": [[\"02:15\", \"02:45\"]]", "");
        assertThat(inside.opensAt(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-04-05T00:15:00Z"));
    }

    @Test
    void hourThatComesTwiceIsOpenBothTimes() {
        OfficeHours night = hours("Europe/Berlin", "\"sun\": [[\"02:30\", \"03:00\"]]", "");
        assertThat(night.open(Instant.parse("2026-10-25T00:29:59Z"))).isFalse();
        assertThat(night.open(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(night.open(Instant.parse("2026-10-25T01:15:00Z"))).isTrue();
        assertThat(night.open(Instant.parse("2026-10-25T02:00:00Z"))).isFalse();
        OfficeHours until = hours("Europe/Berlin", "\"sun\": [[\"01:00\", \"02:30\"]]", "");
        assertThat(until.open(Instant.parse("2026-10-25T01:29:59Z"))).isTrue();
        assertThat(until.open(Instant.parse("2026-10-25T01:30:00Z"))).isFalse();
    }

    @Test
    void dayEndsOnceWhereClocksAreSetBackAtMidnight() {
        OfficeHours havana = hours("America/Havana", "\"sat\": [[\"20:00\", \"24:00\"]]", "");
        assertThat(havana.open(Instant.parse("2026-11-01T03:59:59Z"))).isTrue();
        assertThat(havana.open(Instant.parse("2026-11-01T04:00:00Z"))).isFalse();
        assertThat(havana.open(Instant.parse("2026-11-01T05:00:00Z"))).isFalse();
    }

    @Test
    void holidayTakesTheDaysPlace() {
        OfficeHours hours = hours("Europe/Berlin", WEEK, """
                {"date": "2026-12-25", "name": "Christmas"}, {"date": "2026-12-24", "blocks": [["08:00", "12:00"]]},
                {"date": "2026-12-27", "blocks": [["10:00", "14:00"]]}
                """);
        assertThat(open(hours, "2026-12-24T13:00:00")).isFalse();
        assertThat(open(hours, "2026-12-25T10:00:00")).isFalse();
        assertThat(open(hours, "2026-12-27T10:00:00")).isTrue();
        assertThat(opensAt(hours, "2026-12-24T12:00:00")).isEqualTo(LocalDateTime.parse("2026-12-26T00:00:00"));
        assertThat(opensAt(hours, "2026-12-26T03:00:00")).isEqualTo(LocalDateTime.parse("2026-12-27T10:00:00"));
    }

    @Test
    void deskWithoutBlocksNeverOpens() {
        OfficeHours never = hours("UTC", "", "");
        assertThat(never.open(Instant.parse("2026-11-30T10:00:00Z"))).isFalse();
        assertThat(never.opensAt(Instant.parse("2026-11-30T10:00:00Z"))).isEmpty();
    }

    @Test
    void dayThatAPlaceLeftOutOpensNothing() {
        OfficeHours apia = hours("Pacific/Apia", "\"fri\": [[\"08:00\", \"18:00\"]]", "");
        assertThat(apia.opensAt(Instant.parse("2011-12-29T12:00:00Z")).orElseThrow())
                .isEqualTo(in("Pacific/Apia", "2012-01-06T08:00:00"));
    }
}
