package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An entry as one audience sees it: under that audience's number.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EntryView(
        long n,
        ChatEntry.Kind kind,
        Optional<PersonRef> by,
        Optional<PersonRef> who,
        Optional<String> text,
        String visibility,
        Optional<UUID> id,
        Instant at) {
    public static EntryView of(ChatEntry entry, Audience audience) {
        return new EntryView(
                entry.n(audience),
                entry.kind(),
                entry.by(),
                entry.who(),
                entry.text(),
                entry.internal() ? "agents" : "everyone",
                entry.clientId(),
                entry.at());
    }

    public static List<EntryView> of(List<ChatEntry> entries, Audience audience) {
        return entries.stream().map(entry -> of(entry, audience)).toList();
    }
}
