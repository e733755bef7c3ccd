package dev.parley.transcript;

import static dev.parley.transcript.Words.isolated;

import dev.parley.base.PersonRef;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat.Reason;
import dev.parley.chat.EntryView;
import java.util.Locale;
import java.util.Optional;

/// What system messages say, in words.
final class Sentences {
    private final Words texts;
    private final Audience audience;

    Sentences(Words texts, Audience audience) {
        this.texts = texts;
        this.audience = audience;
    }

    /// Nothing for what somebody wrote himself.
    Optional<String> of(EntryView entry) {
        return switch (entry.kind()) {
            case MESSAGE -> Optional.empty();
            case ACCEPTED, JOINED, LEFT -> Optional.of(did(entry.kind().wireName(), entry));
            case INVITED -> Optional.of(because(did("invited", entry), entry.text()));
            case DECLINED -> Optional.of(because(did("declined", entry), entry.text()));
            case CHANNEL_CHANGED -> Optional.of(did("channel_changed", entry));
            case LEVEL_CHANGED -> Optional.of(levelChanged(entry));
            case NO_ANSWER_YET -> Optional.of(noAnswerYet(entry));
            case IDLE_WARNING -> Optional.of(texts.text(forAudience("idle_warning")));
            case CLOSED -> Optional.of(closed(entry));
            case NOTE_LEFT -> Optional.of(because(did("note_left", entry), entry.text()));
        };
    }

    /// `{0}` did it, `{1}` is who or what it was done to.
    private String did(String key, EntryView entry) {
        String to = entry.who().isPresent()
                ? name(entry.who())
                : isolated(entry.text().orElse(""));
        return texts.text(key, name(entry.by()), to);
    }

    private String because(String sentence, Optional<String> reason) {
        return reason.filter(words -> !words.isBlank())
                .map(words -> texts.text("because", sentence, isolated(words)))
                .orElse(sentence);
    }

    private String levelChanged(EntryView entry) {
        String level = texts.text("level." + entry.text().orElse("participant"));
        return texts.text("level_changed", name(entry.who().or(entry::by)), level);
    }

    /// The desk's own words, where it has some; agents read to whom they were said.
    private String noAnswerYet(EntryView entry) {
        if (audience == Audience.AGENTS) {
            return because(texts.text("no_answer_yet.agents"), entry.text());
        }
        return entry.text().map(Words::isolated).orElseGet(() -> texts.text("no_answer_yet"));
    }

    private String forAudience(String key) {
        return audience == Audience.AGENTS ? key + ".agents" : key;
    }

    private String closed(EntryView entry) {
        return switch (reason(entry)) {
            case MISSED -> texts.text("closed.missed");
            case TIMEOUT -> texts.text("closed.timeout");
            case CLOSED -> entry.by().isPresent() ? did("closed", entry) : texts.text("closed.itself");
            case LEFT -> did("closed.left", entry);
            case DECLINED -> did("closed.declined", entry);
            case WITHDRAWN -> did("closed.withdrawn", entry);
            case ABANDONED -> did("closed.abandoned", entry);
        };
    }

    private static Reason reason(EntryView entry) {
        return entry.text()
                .map(reason -> Reason.valueOf(reason.toUpperCase(Locale.ROOT)))
                .orElse(Reason.CLOSED);
    }

    private String name(Optional<PersonRef> person) {
        return person.map(known -> isolated(known.name())).orElseGet(() -> texts.text("someone"));
    }
}
