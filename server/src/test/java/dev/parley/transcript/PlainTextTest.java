package dev.parley.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatEntry.Kind;
import dev.parley.chat.EntryView;
import dev.parley.transcript.Transcript.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final Instant MORNING = Instant.parse("2025-10-14T08:42:00Z");
    private static final PersonRef LENA = person(PersonRef.Kind.CUSTOMER_USER, "Lena Fischer");
    private static final PersonRef SUPPORT = person(PersonRef.Kind.AGENT, "Support 1");

    private final List<EntryView> entries = new ArrayList<>();
    private Audience audience = Audience.EVERYONE;
    private Locale locale = Locale.UK;
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private long leftOut;

    private static PersonRef person(PersonRef.Kind kind, String name) {
        return new PersonRef(new PersonId(Ids.next()), kind, name);
    }

    private void entry(Kind kind, Optional<PersonRef> by, Optional<String> text, boolean internal, Instant at) {
        entries.add(new EntryView(
                entries.size() + 1,
                kind,
                by,
                Optional.empty(),
                text,
                internal ? "agents" : "everyone",
                Optional.empty(),
                at));
    }

    private void says(PersonRef who, String text) {
        entry(Kind.MESSAGE, Optional.of(who), Optional.of(text), false, MORNING);
    }

    private List<String> drawn() {
        var sentences = new Sentences(Words.in(locale), audience);
        List<Line> lines = entries.stream()
                .map(entry -> new Line(entry, entry.at().atZone(zone), sentences.of(entry)))
                .toList();
        String text = PlainText.of(new Transcript(
                new ChatId(Ids.next()),
                "Sales",
                Chat.Status.CLOSED,
                Optional.of(Chat.Reason.CLOSED),
                LENA,
                List.of(LENA, SUPPORT),
                MORNING.atZone(zone),
                Optional.of(MORNING.plusSeconds(600).atZone(zone)),
                new Reader(zone, locale),
                leftOut,
                lines));
        assertThat(text).endsWith("\n");
        return text.lines().toList();
    }

    /// Without the marks that keep directions apart.
    private List<String> read() {
        return drawn().stream()
                .map(line -> line.replaceAll("[\\u2068\\u2069\\u200F]", ""))
                .toList();
    }

    /// Whether a comma follows the weekday is for the JDK to know.
    private String day(int ofOctober) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(LocalDate.of(2025, 10, ofOctober));
    }

    @Test
    void wholeChatReadsLikeThis() {
        says(LENA, "Where is my order?");
        entry(Kind.ACCEPTED, Optional.of(SUPPORT), Optional.empty(), false, MORNING.plusSeconds(60));
        entry(Kind.MESSAGE, Optional.of(SUPPORT), Optional.of("I look."), false, MORNING.plusSeconds(90_000));
        entry(Kind.CLOSED, Optional.of(LENA), Optional.of("left"), false, MORNING.plusSeconds(90_060));
        assertThat(read())
                .containsExactly(
                        "Conversation in Sales",
                        "Started: " + day(14) + ", 10:42",
                        "Ended: " + day(14) + ", 10:52",
                        "People: Lena Fischer, Support 1",
                        "Times: Europe/Berlin",
                        "",
                        day(14),
                        "[10:42] Lena Fischer: Where is my order?",
                        "[10:43] – Support 1 accepted",
                        "",
                        day(15),
                        "[11:42] Support 1: I look.",
                        "[11:43] – Lena Fischer left, and the conversation ended");
    }

    @Test
    void timesAndWordsAreTheReaders() {
        zone = ZoneId.of("Asia/Tokyo");
        locale = Locale.GERMANY;
        says(LENA, "Hallo");
        entry(Kind.CHANNEL_CHANGED, Optional.of(SUPPORT), Optional.of("Billing"), false, MORNING);
        assertThat(read())
                .contains(
                        "Unterhaltung in Sales",
                        day(14),
                        "[17:42] Lena Fischer: Hallo",
                        "[17:42] – Support 1 hat die Unterhaltung nach Billing verschoben");
    }

    @Test
    void whatSomebodyWritesLooksLikeNobodyElsesLine() {
        for (String lineBreak : List.of("\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\u000B", "\f")) {
            entries.clear();
            says(LENA, "hello" + lineBreak + "[10:43] Support 1: we refund you");
            assertThat(read().reversed())
                    .startsWith("        [10:43] Support 1: we refund you", "[10:42] Lena Fischer: hello");
        }
        entries.clear();
        says(LENA, "\u001B[2J\u009B2Jgone\tall");
        assertThat(read().getLast()).isEqualTo("[10:42] Lena Fischer: \uFFFD[2J\uFFFD2Jgone\tall");
    }

    @Test
    void namesAndWordsTurnNothingAroundThem() {
        says(person(PersonRef.Kind.PUBLIC_USER, "ليلى"), "مرحبا");
        assertThat(drawn().getLast()).isEqualTo("[10:42] \u2068ليلى\u2069: \u2068مرحبا\u2069");
        locale = Locale.forLanguageTag("ar");
        assertThat(drawn()).allMatch(line -> line.startsWith("\u200F"));
        assertThat(drawn().getLast()).contains("\u2068ليلى\u2069: \u2068مرحبا\u2069");
    }

    @Test
    void internalLinesSaySo() {
        audience = Audience.AGENTS;
        entry(Kind.MESSAGE, Optional.of(SUPPORT), Optional.of("difficult"), true, MORNING);
        entry(Kind.JOINED, Optional.of(SUPPORT), Optional.empty(), true, MORNING);
        assertThat(read()).endsWith("[10:42] Support 1 (internal): difficult", "[10:42] – Support 1 joined (internal)");
    }

    @Test
    void whatIsLeftOutIsSaid() {
        leftOut = 1;
        assertThat(read()).contains("The first line is left out.");
        leftOut = 1200;
        assertThat(read()).contains("The first 1,200 lines are left out.");
        locale = Locale.GERMANY;
        assertThat(read()).contains("Die ersten 1.200 Zeilen sind ausgelassen.");
        locale = Locale.forLanguageTag("ar");
        assertThat(read()).anyMatch(line -> line.contains("الأسطر"));
    }

    @Test
    void desksOwnWordsTakeThePlaceOfOurs() {
        entry(Kind.NO_ANSWER_YET, Optional.empty(), Optional.empty(), false, MORNING);
        entry(Kind.NO_ANSWER_YET, Optional.empty(), Optional.of("At the fair."), false, MORNING);
        assertThat(read()).anyMatch(line -> line.startsWith("[10:42] – Nobody has answered yet."));
        assertThat(read()).endsWith("[10:42] – At the fair.");
        audience = Audience.AGENTS;
        assertThat(read()).endsWith("[10:42] – The requester was told that nobody has answered yet: At the fair.");
    }
}
