package dev.parley.transcript;

import static dev.parley.transcript.Words.isolated;

import dev.parley.base.PersonRef;
import dev.parley.transcript.Transcript.Line;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/// A transcript as plain text, a line for each entry. What somebody wrote can look like nothing else: its further
/// lines are set in, and it turns no text but its own.
final class PlainText {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    // What would speak to a terminal rather than to a reader.
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}&&[^\\t]]");
    private static final String SET_IN = "        ";

    private final Transcript transcript;
    private final Words texts;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;
    private final StringBuilder out = new StringBuilder();

    private PlainText(Transcript transcript) {
        this.transcript = transcript;
        this.texts = Words.in(transcript.reader().locale());
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(texts.locale());
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
    }

    static String of(Transcript transcript) {
        return new PlainText(transcript).draw();
    }

    private String draw() {
        head();
        Optional<LocalDate> today = Optional.empty();
        for (Line line : transcript.lines()) {
            if (today.filter(line.day()::equals).isEmpty()) {
                today = Optional.of(line.day());
                begin("");
                begin(day.format(line.at()));
            }
            begin(written(line));
        }
        return out.toString();
    }

    private void head() {
        begin(texts.text("title", isolated(transcript.channel())));
        begin(texts.text("started", moment(transcript.createdAt())));
        transcript.closedAt().ifPresent(at -> begin(texts.text("ended", moment(at))));
        begin(texts.text("people", people()));
        begin(texts.text("zone", isolated(transcript.reader().timeZone().getId())));
        if (transcript.leftOut() > 0) {
            begin(texts.text("left-out", transcript.leftOut()));
        }
    }

    private String moment(ZonedDateTime at) {
        return texts.text("moment", day.format(at), time.format(at));
    }

    private String people() {
        return transcript.people().stream()
                .map(PersonRef::name)
                .map(Words::isolated)
                .reduce((one, other) -> texts.text("and", one, other))
                .orElse("");
    }

    private String written(Line line) {
        String at = time.format(line.at());
        String note = line.internal() ? ".internal" : "";
        return line.words()
                .map(words -> texts.text("happened" + note, at, setIn(words)))
                .orElseGet(() -> texts.text("said" + note, at, author(line), text(line)));
    }

    private String author(Line line) {
        return line.entry().by().map(by -> isolated(by.name())).orElseGet(() -> texts.text("someone"));
    }

    private static String text(Line line) {
        return LINE_BREAK
                .splitAsStream(line.entry().text().orElse(""))
                .map(PlainText::readable)
                .map(Words::isolated)
                .reduce((one, other) -> one + "\n" + SET_IN + other)
                .orElse("");
    }

    private static String setIn(String words) {
        return LINE_BREAK
                .splitAsStream(words)
                .map(PlainText::readable)
                .reduce((one, other) -> one + "\n" + SET_IN + other)
                .orElse("");
    }

    private static String readable(String text) {
        return UNREADABLE.matcher(text).replaceAll("\uFFFD");
    }

    /// A line of its own, in the direction of the transcript's language whatever it begins with.
    private void begin(String line) {
        out.append(texts.text("direction")).append(line).append('\n');
    }
}
