package dev.parley.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private static boolean quiet(String from, String to, String at) {
        var usual = Preferences.USUAL;
        return new Preferences(
                        usual.language(),
                        usual.timeZone(),
                        usual.theme(),
                        usual.enterSends(),
                        usual.singleKeys(),
                        usual.announce(),
                        usual.notifications(),
                        Optional.of(new Preferences.QuietHours(from, to)),
                        usual.keys())
                .quiet(LocalTime.parse(at));
    }

    @Test
    void quietHoursBeginAtTheirFirstMinuteAndEndBeforeTheirLast() {
        assertThat(quiet("12:00", "13:00", "11:59")).isFalse();
        assertThat(quiet("12:00", "13:00", "12:00")).isTrue();
        assertThat(quiet("12:00", "13:00", "12:59")).isTrue();
        assertThat(quiet("12:00", "13:00", "13:00")).isFalse();
    }

    @Test
    void quietHoursMayGoPastMidnight() {
        assertThat(quiet("22:00", "07:00", "21:59")).isFalse();
        assertThat(quiet("22:00", "07:00", "23:30")).isTrue();
        assertThat(quiet("22:00", "07:00", "00:00")).isTrue();
        assertThat(quiet("22:00", "07:00", "07:00")).isFalse();
    }

    @Test
    void withoutQuietHoursEveryTimeWillDo() {
        assertThat(Preferences.USUAL.quiet(LocalTime.MIDNIGHT)).isFalse();
    }
}
