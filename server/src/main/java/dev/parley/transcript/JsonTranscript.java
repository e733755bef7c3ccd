package dev.parley.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Chat;
import dev.parley.chat.EntryView;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// A transcript as a program reads it.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record JsonTranscript(
        ChatId chat,
        String channel,
        Chat.Status status,
        Optional<Chat.Reason> reason,
        PersonRef requester,
        List<PersonRef> people,
        Instant createdAt,
        Optional<Instant> closedAt,
        String timeZone,
        String locale,
        long leftOut,
        List<Line> lines) {
    /// An entry, with its time in the reader's zone, and what a system message says in words.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Line(@JsonUnwrapped EntryView entry, String localTime, Optional<String> words) {}

    static JsonTranscript of(Transcript transcript) {
        return new JsonTranscript(
                transcript.chat(),
                transcript.channel(),
                transcript.status(),
                transcript.reason(),
                transcript.requester(),
                transcript.people(),
                transcript.createdAt().toInstant(),
                transcript.closedAt().map(at -> at.toInstant()),
                transcript.reader().timeZone().getId(),
                transcript.reader().locale().toLanguageTag(),
                transcript.leftOut(),
                transcript.lines().stream().map(JsonTranscript::line).toList());
    }

    private static Line line(Transcript.Line line) {
        return new Line(line.entry(), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(line.at()), line.words());
    }
}
