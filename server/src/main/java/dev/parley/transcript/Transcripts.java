package dev.parley.transcript;

import dev.parley.access.Caller;
import dev.parley.access.Me;
import dev.parley.access.Mes;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.ChatView;
import dev.parley.chat.ChatViews;
import dev.parley.chat.Chats;
import dev.parley.chat.EntryView;
import dev.parley.transcript.Transcript.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Chats as documents, each as its caller may see it.
@ApplicationScoped
public class Transcripts {
    static final int MOST_LINES = 10_000;
    // A transcript is made in memory, so it is not only counted but weighed.
    static final int MOST_CHARACTERS = 4_000_000;
    private static final int PAGE = 200;
    private static final Set<ChatEntry.Kind> TAKES_PART =
            EnumSet.of(ChatEntry.Kind.MESSAGE, ChatEntry.Kind.ACCEPTED, ChatEntry.Kind.JOINED);

    private final Chats chats;
    private final ChatViews views;
    private final Mes mes;
    private final DeskSettings settings;
    private final TranscriptLimits limits;

    Transcripts(Chats chats, ChatViews views, Mes mes, DeskSettings settings, TranscriptLimits limits) {
        this.chats = chats;
        this.views = views;
        this.mes = mes;
        this.settings = settings;
        this.limits = limits;
    }

    /// The chat as far as the caller may read it. Time zone and language are his own, else the desk's, unless he asks
    /// for others.
    public Transcript transcript(Caller caller, ChatId id, Optional<ZoneId> zone, Optional<Locale> locale) {
        Chat chat = chats.chat(caller, id);
        limits.requireRoom(caller.id());
        Reader reader = reader(caller, zone, locale);
        var sentences = new Sentences(Words.in(reader.locale()), Audience.of(caller));
        List<Line> lines = entries(caller, chat).stream()
                .map(entry -> new Line(entry, entry.at().atZone(reader.timeZone()), sentences.of(entry)))
                .toList();
        return transcript(views.view(caller, chat), lines, reader);
    }

    private Reader reader(Caller caller, Optional<ZoneId> zone, Optional<Locale> locale) {
        Me me = mes.me(caller);
        return new Reader(
                zone.or(() -> me.timeZone().flatMap(Reader::zone))
                        .orElseGet(() -> ZoneId.of(settings.text(DeskSetting.TIME_ZONE))),
                locale.or(() -> me.locale().flatMap(Reader::locale))
                        .orElseGet(() -> Locale.forLanguageTag(settings.text(DeskSetting.LOCALE))));
    }

    /// The newest entries, as many as fit.
    private Deque<EntryView> entries(Caller caller, Chat chat) {
        var kept = new ArrayDeque<EntryView>();
        long head = chat.head().n(Audience.of(caller));
        long n = Math.max(0, head - MOST_LINES);
        long characters = 0;
        while (n < head) {
            List<EntryView> page = views.entries(caller, chats.entriesAfter(caller, chat, n, PAGE));
            if (page.isEmpty()) {
                break;
            }
            for (EntryView entry : page) {
                kept.add(entry);
                characters += length(entry);
                while (kept.size() > MOST_LINES || characters > MOST_CHARACTERS) {
                    characters -= length(kept.remove());
                }
            }
            n = page.getLast().n();
        }
        return kept;
    }

    private static int length(EntryView entry) {
        return entry.text().map(String::length).orElse(0);
    }

    private static Transcript transcript(ChatView chat, List<Line> lines, Reader reader) {
        ZoneId zone = reader.timeZone();
        return new Transcript(
                chat.id(),
                chat.channel().name(),
                chat.status(),
                chat.reason(),
                chat.requester(),
                people(chat.requester(), lines),
                chat.createdAt().atZone(zone),
                chat.closedAt().map(at -> at.atZone(zone)),
                reader,
                lines.isEmpty() ? 0 : lines.getFirst().entry().n() - 1,
                lines);
    }

    /// Who asked, and then who took part, in the order in which they came.
    private static List<PersonRef> people(PersonRef requester, List<Line> lines) {
        Stream<PersonRef> others = lines.stream()
                .map(Line::entry)
                .filter(entry -> TAKES_PART.contains(entry.kind()))
                .flatMap(entry -> entry.by().stream());
        return List.copyOf(Stream.concat(Stream.of(requester), others)
                .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll));
    }
}
