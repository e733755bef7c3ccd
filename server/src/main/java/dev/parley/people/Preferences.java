package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.web.Fields;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How an agent wants his console: what it looks like, which keys do something, what is announced, and how he is
/// notified of what. `keys` are those he chose in place of the usual ones, by what they do; only the console knows what
/// they mean.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Preferences(
        Optional<String> language,
        Optional<String> timeZone,
        String theme,
        boolean enterSends,
        boolean singleKeys,
        String announce,
        Notifications notifications,
        Optional<QuietHours> quietHours,
        Map<String, String> keys) {
    static final Preferences USUAL = new Preferences(
            Optional.empty(),
            Optional.empty(),
            "auto",
            true,
            false,
            "open",
            new Notifications(Ways.ALL, Ways.SEEN_AND_HEARD, Ways.SEEN_AND_HEARD, Ways.SEEN_AND_HEARD),
            Optional.empty(),
            Map.of());

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");
    private static final Set<String> ANNOUNCED = Set.of("all", "open", "counts");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int MOST_KEYS = 40;
    private static final Pattern ACTION = Pattern.compile("[A-Za-z]{1,32}");
    private static final Pattern COMBINATION = Pattern.compile("[^\\p{C}]{1,32}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /// Of what he is notified, and how: the notification matrix.
    public record Notifications(Ways request, Ways invitation, Ways message, Ways mention) {}

    /// The ways one kind of event reaches him.
    public record Ways(boolean popup, boolean sound, boolean email) {
        static final Ways ALL = new Ways(true, true, true);
        static final Ways SEEN_AND_HEARD = new Ways(true, true, false);
    }

    /// A time of each day, in his time zone, in which nothing disturbs him; it may go past midnight.
    public record QuietHours(String from, String to) {
        boolean covers(LocalTime time) {
            LocalTime begin = LocalTime.parse(from);
            LocalTime end = LocalTime.parse(to);
            boolean begun = !time.isBefore(begin);
            boolean ended = !time.isBefore(end);
            return begin.isBefore(end) ? begun && !ended : begun || !ended;
        }
    }

    /// Whether nothing may disturb him at this time of his day.
    public boolean quiet(LocalTime time) {
        return quietHours.filter(hours -> hours.covers(time)).isPresent();
    }

    /// Refuses what no console could show.
    void check() {
        var fields = new Fields();
        language.filter(tag -> !LANGUAGE.matcher(tag).matches()).ifPresent(tag -> fields.wrong("language", "format"));
        timeZone.filter(zone -> !known(zone)).ifPresent(zone -> fields.wrong("timeZone", "unknown"));
        if (!THEMES.contains(theme)) {
            fields.wrong("theme", "unknown");
        }
        if (!ANNOUNCED.contains(announce)) {
            fields.wrong("announce", "unknown");
        }
        quietHours.ifPresent(hours -> {
            boolean times = TIME.matcher(String.valueOf(hours.from())).matches()
                    && TIME.matcher(String.valueOf(hours.to())).matches();
            if (!times || hours.from().equals(hours.to())) {
                fields.wrong("quietHours", "format");
            }
        });
        if (keys.size() > MOST_KEYS || !keys.entrySet().stream().allMatch(Preferences::key)) {
            fields.wrong("keys", "format");
        }
        fields.check();
    }

    private static boolean key(Map.Entry<String, String> key) {
        return ACTION.matcher(key.getKey()).matches()
                && COMBINATION.matcher(String.valueOf(key.getValue())).matches();
    }

    private static boolean known(String zone) {
        try {
            ZoneId.of(zone);
            return zone.length() <= 64;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
