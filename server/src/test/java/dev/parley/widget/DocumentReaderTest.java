package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.base.Refusal;
import dev.parley.widget.WidgetDocument.Email;
import dev.parley.widget.WidgetDocument.Offline;
import dev.parley.widget.WidgetDocument.Position;
import dev.parley.widget.WidgetDocument.Theme;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
    private static final String WHOLE = """
            {"sites": ["https://Shop.Example:443", "http://localhost:8101"],
             "channels": ["Sales"],
             "look": {"accent": "#0F766E", "theme": "dark", "position": "start"},
             "texts": {"en": {"greeting": " Hello ", "launcher": "Chat"}, "de": {"nobody": "Wir sind gleich da."}},
             "prechat": {"email": "required"},
             "hours": {"timeZone": "Europe/Berlin",
                       "week": {"mon": [["13:00", "18:00"], ["08:00", "12:00"]], "fri": [["00:00", "24:00"]]},
                       "holidays": [{"date": "2026-12-25", "name": "Christmas", "blocks": [["10:00", "11:00"]]}]},
             "offline": "hide", "signedOnly": true, "tags": ["vip", "großkunde"]}
            """;

    private static Map<String, String> faults(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Written.read(json));
        assertThat(refusal).as(json).isNotNull();
        return refusal.fields();
    }

    private static WidgetDocument.Texts words(WidgetDocument document, String language) {
        return Objects.requireNonNull(document.texts().get(language));
    }

    @Test
    void everyMemberHasADefault() {
        WidgetDocument document = Written.read("{}");
        assertThat(document.sites()).isEmpty();
        assertThat(document.channels()).isEmpty();
        assertThat(document.look().accent()).isEmpty();
        assertThat(document.look().theme()).isEqualTo(Theme.AUTO);
        assertThat(document.look().position()).isEqualTo(Position.END);
        assertThat(document.prechat().email()).isEqualTo(Email.OPTIONAL);
        assertThat(document.offline()).isEqualTo(Offline.SAY);
        assertThat(document.hours()).isEmpty();
        assertThat(document.signedOnly()).isFalse();
        assertThat(Written.read("{\"look\": null, \"hours\": null}")).isEqualTo(document);
    }

    @Test
    void wholeDocumentIsReadAndWrittenWithoutLoss() {
        WidgetDocument document = Written.read(WHOLE);
        assertThat(document.sites()).containsExactly("https://shop.example", "http://localhost:8101");
        assertThat(document.channels()).containsExactly(Written.SALES);
        assertThat(document.look().accent()).contains("#0f766e");
        assertThat(words(document, "en").greeting()).contains("Hello");
        assertThat(document.hours().orElseThrow().week().get("mon"))
                .containsExactly(new OfficeHours.Block(480, 720), new OfficeHours.Block(780, 1080));
        assertThat(Written.again(document)).isEqualTo(document);
    }

    @Test
    void membersWeDoNotKnowAreNamed() {
        assertThat(faults("""
                {"site": [], "look": {"colour": "red"}, "texts": {"en": {"hello": "x"}},
                 "hours": {"timeZone": "UTC", "week": {"monday": []}, "holidays": [{"date": "2026-01-01", "day": 1}]}}
                """))
                .isEqualTo(Map.of(
                        "site", "unknown",
                        "look.colour", "unknown",
                        "texts.en.hello", "unknown",
                        "hours.week.monday", "unknown",
                        "hours.holidays[0].day", "unknown"));
    }

    @Test
    void wrongShapesAreNamed() {
        assertThat(faults("[]")).containsEntry("document", "format");
        assertThat(faults("""
                {"sites": "https://shop.example", "channels": [5], "look": [], "prechat": {"email": true},
                 "offline": "never", "signedOnly": "yes", "tags": [""], "texts": {"English": {}}, "hours": 8}
                """))
                .isEqualTo(Map.of(
                        "sites", "format",
                        "channels[0]", "format",
                        "look", "format",
                        "prechat.email", "format",
                        "offline", "unknown",
                        "signedOnly", "format",
                        "tags[0]", "format",
                        "texts.English", "unknown",
                        "hours", "format"));
    }

    @Test
    void onlyExactOriginsAreSites() {
        for (String site : new String[] {
            "shop.example",
            "http://shop.example",
            "https://shop.example/",
            "https://shop.example/page",
            "https://*.example",
            "https://shop.example; script-src *",
            "https://shop.example 'self'",
            "https://me@shop.example",
            "https://shop.example:0",
            "https://shop.example:70000",
            "https://-shop.example",
            "https://shop..example",
            "https://" + "a".repeat(254),
            "https://bücher.example",
            "https://shop.example\\n",
            "null",
            "*",
            ""
        }) {
            assertThat(faults("{\"sites\": [\"https://fine.example\", \"" + site + "\"]}"))
                    .as(site)
                    .isEqualTo(Map.of("sites[1]", "format"));
        }
        assertThat(faults("{\"sites\": [\"https://a.example\", \"https://A.example:443\"]}"))
                .isEqualTo(Map.of("sites[1]", "taken"));
    }

    @Test
    void channelsMustBeThere() {
        assertThat(faults("{\"channels\": [\"Sales\", \"Nowhere\"]}")).isEqualTo(Map.of("channels[1]", "unknown"));
    }

    @Test
    void accentCarriesWhiteText() {
        assertThat(faults("{\"look\": {\"accent\": \"#14b8a6\"}}")).isEqualTo(Map.of("look.accent", "contrast"));
        // The lightest grey that is still dark enough, and the next one.
        assertThat(Written.read("{\"look\": {\"accent\": \"#767676\"}}").look().accent())
                .contains("#767676");
        assertThat(faults("{\"look\": {\"accent\": \"#777777\"}}")).isEqualTo(Map.of("look.accent", "contrast"));
        for (String colour : new String[] {"teal", "#fff", "0f766e", "#0f766g", "#0f766e;", "rgb(0,0,0)"}) {
            assertThat(faults("{\"look\": {\"accent\": \"" + colour + "\"}}"))
                    .as(colour)
                    .isEqualTo(Map.of("look.accent", "format"));
        }
    }

    @Test
    void textsArePlainAndShort() {
        String longest = "ش".repeat(199) + "😀";
        assertThat(words(Written.read("{\"texts\": {\"ar\": {\"greeting\": \"" + longest + "\"}}}"), "ar")
                        .greeting())
                .contains(longest);
        assertThat(faults("{\"texts\": {\"ar\": {\"greeting\": \"" + longest
                        + "x\"}, \"en\": {\"launcher\": \"a\\u0000b\"}}}"))
                .isEqualTo(Map.of("texts.ar.greeting", "too_long", "texts.en.launcher", "format"));
    }

    @Test
    void badHoursAreNamedByTheirPlace() {
        assertThat(faults("""
                {"hours": {"timeZone": "Mars/Olympus",
                  "week": {"mon": [["08:00", "12:00"], ["12:00", "12:00"]], "tue": [["08:00"]],
                           "wed": [["08:00", "18:00"], ["17:59", "20:00"]], "thu": [["8:00", "12:00"]], "fri": {},
                           "sat": [["24:00", "24:00"]], "sun": [["10:00", "25:00"], 5]},
                  "holidays": [{"date": "2026-02-30"}, {"name": "No day"}, {"date": "2026-05-01"},
                               {"date": "2026-05-01", "blocks": [["10:00", "12:00"], ["11:00", "13:00"]]}]}}
                """))
                .isEqualTo(Map.ofEntries(
                        Map.entry("hours.timeZone", "unknown"),
                        Map.entry("hours.week.mon[1]", "format"),
                        Map.entry("hours.week.tue[0]", "format"),
                        Map.entry("hours.week.wed[1]", "overlap"),
                        Map.entry("hours.week.thu[0]", "format"),
                        Map.entry("hours.week.fri", "format"),
                        Map.entry("hours.week.sat[0]", "format"),
                        Map.entry("hours.week.sun[0]", "format"),
                        Map.entry("hours.week.sun[1]", "format"),
                        Map.entry("hours.holidays[0].date", "format"),
                        Map.entry("hours.holidays[1].date", "required"),
                        Map.entry("hours.holidays[3].date", "taken"),
                        Map.entry("hours.holidays[3].blocks[1]", "overlap")));
        assertThat(faults("{\"hours\": {}}")).isEqualTo(Map.of("hours.timeZone", "required"));
        assertThat(faults("{\"hours\": {\"timeZone\": \"+02:00\"}}")).isEqualTo(Map.of("hours.timeZone", "unknown"));
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(faults("{\"tags\": [" + "\"a\",".repeat(50) + "\"a\"]}")).isEqualTo(Map.of("tags", "too_long"));
    }
}
