package dev.parley.transcript;

import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Chat;
import dev.parley.chat.EntryView;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// A chat as a document for one caller: his lines under his numbers, with the names he is told, in words of his
/// language. Every output is drawn from this, so that all of them say the same. `leftOut`: how many of the first lines
/// were too many.
public record Transcript(
        ChatId chat,
        String channel,
        Chat.Status status,
        Optional<Chat.Reason> reason,
        PersonRef requester,
        List<PersonRef> people,
        ZonedDateTime createdAt,
        Optional<ZonedDateTime> closedAt,
        Reader reader,
        long leftOut,
        List<Line> lines) {
    /// One entry; `words` is what a system message says.
    public record Line(EntryView entry, ZonedDateTime at, Optional<String> words) {
        public boolean internal() {
            return entry.visibility().equals("agents");
        }

        public LocalDate day() {
            return at.toLocalDate();
        }
    }

    /// What it is called where it is kept: nothing of whom it is about.
    public String fileName(String ending) {
        return "chat-" + createdAt.toLocalDate() + "." + ending;
    }
}
