package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.base.PersonRef;
import dev.parley.channel.Masking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An entry as one audience sees it: under that audience's number, with the names it is told.
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
    public static EntryView of(ChatEntry stored, Audience audience, Masking masking) {
        ChatEntry entry = stored.named(audience, masking);
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

    public static List<EntryView> of(List<ChatEntry> entries, Audience audience, Masking masking) {
        return entries.stream().map(entry -> of(entry, audience, masking)).toList();
    }
}
