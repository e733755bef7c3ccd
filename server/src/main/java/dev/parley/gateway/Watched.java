package dev.parley.gateway;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Masking;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.EntryView;
import dev.parley.chat.Participant;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A chat that somebody on this event loop watches. Woken by a notice, each watch takes what it lacks after its
/// bookmark: from the tail in memory, else from the database. Live delivery, reconnect and first load are this one
/// piece of code. Owned by the hub's event loop.
final class Watched {
    private final ChatId id;
    private final Doors doors;
    private final Reading reading;
    private final List<Watch> watches = new ArrayList<>();

    private long head;
    private Optional<Chat> chat = Optional.empty();

    // So that one entry is serialised once per audience and not once per reader.
    private Optional<Written> written = Optional.empty();

    /// The frame written last: of which entry, for whom, and with which names.
    private record Written(ChatEntry entry, Audience audience, Masking masking, String frame) {
        boolean is(ChatEntry wanted, Audience reader, Masking now) {
            return entry == wanted && audience == reader && masking == now;
        }
    }

    /// Runs a blocking read off the event loop and hands its result back on it.
    interface Reading {
        void read(ChatId chat, Watch watch, long head, Consumer<List<ChatEntry>> then);
    }

    Watched(ChatId id, Doors doors, Reading reading) {
        this.id = id;
        this.doors = doors;
        this.reading = reading;
    }

    ChatId id() {
        return id;
    }

    List<Watch> watches() {
        return watches;
    }

    Optional<Chat> chat() {
        return chat;
    }

    /// Takes a newer picture of the chat; false if this one is older than ours.
    boolean picture(Chat newer) {
        heard(newer.head().seq());
        if (chat.filter(c -> c.head().version() > newer.head().version()).isPresent()) {
            return false;
        }
        chat = Optional.of(newer);
        return true;
    }

    void heard(long newHead) {
        head = Math.max(head, newHead);
    }

    long head() {
        return head;
    }

    /// Somebody lacks entries and nobody is fetching them: a read that failed, for instance.
    boolean lags() {
        return watches.stream().anyMatch(watch -> watch.seen < head && !watch.loading);
    }

    /// Everyone takes what he lacks. From a copy, since a write that fails takes its watch out; and one reader's fault
    /// is not another's.
    void deliver() {
        for (Watch watch : List.copyOf(watches)) {
            try {
                pull(watch);
            } catch (RuntimeException fault) {
                Log.errorf(fault, "an entry of chat %s could not be delivered", id);
            }
        }
    }

    void pull(Watch watch) {
        if (watch.loading || (watch.seen >= head && !watch.owesPage)) {
            return;
        }
        if (watch.connection.full()) {
            watch.connection.resumeWhenDrained();
            return;
        }
        Optional<List<ChatEntry>> found = doors.tails().after(id, watch.audience, watch.bookmark, head);
        if (found.isPresent()) {
            watch.seen = head;
            write(watch, found.get(), true);
        } else {
            load(watch);
        }
    }

    private void load(Watch watch) {
        long from = watch.bookmark;
        long upTo = head;
        watch.loading = true;
        reading.read(id, watch, upTo, page -> loaded(watch, from, upTo, page));
    }

    private void loaded(Watch watch, long from, long upTo, List<ChatEntry> page) {
        watch.loading = false;
        if (watch.bookmark == from) {
            boolean complete = page.size() < Wire.PAGE;
            if (complete) {
                watch.seen = upTo;
            }
            write(watch, page, complete);
        }
        pull(watch);
    }

    private void write(Watch watch, List<ChatEntry> entries, boolean complete) {
        if (entries.size() == 1 && !watch.owesPage) {
            ChatEntry entry = entries.getFirst();
            watch.bookmark = entry.n(watch.audience);
            if (!watch.connection.sends().acknowledge(entry)) {
                watch.connection.write(frame(entry, watch.audience));
            }
        } else if (!entries.isEmpty() || watch.owesPage) {
            writePages(watch, entries, complete);
        }
    }

    private void writePages(Watch watch, List<ChatEntry> entries, boolean complete) {
        Masking masking = doors.masks().now();
        int from = 0;
        do {
            int to = Math.min(entries.size(), from + Wire.PAGE);
            List<ChatEntry> page = entries.subList(from, to);
            boolean last = to == entries.size();
            Optional<Long> after = watch.owesPage ? Optional.of(watch.bookmark) : Optional.empty();
            List<EntryView> views = EntryView.of(page, watch.audience, masking);
            watch.connection.write(doors.wire().page(id, after, views, last && complete));
            page.forEach(watch.connection.sends()::acknowledge);
            if (!page.isEmpty()) {
                watch.bookmark = page.getLast().n(watch.audience);
            }
            from = to;
        } while (from < entries.size());
        if (complete) {
            boolean owed = watch.owesPage;
            watch.owesPage = false;
            if (owed) {
                watch.connection.caughtUp();
            }
        }
    }

    private String frame(ChatEntry entry, Audience audience) {
        Masking masking = doors.masks().now();
        if (written.filter(w -> w.is(entry, audience, masking)).isEmpty()) {
            String frame = doors.wire().entry(entry, audience, masking);
            written = Optional.of(new Written(entry, audience, masking, frame));
        }
        return written.orElseThrow().frame();
    }

    /// Nobody writes any more: everybody who has everything learns who else has.
    void tellDelivered() {
        for (Watch receiver : List.copyOf(watches)) {
            // An internal note moves no outsider's bookmark, and must not show by a mark either.
            if (receiver.seen >= head && receiver.marked != receiver.bookmark) {
                receiver.marked = receiver.bookmark;
                deliveredTo(receiver);
            }
        }
    }

    private void deliveredTo(Watch receiver) {
        for (Watch other : List.copyOf(watches)) {
            PersonRef person = other.connection.caller().person();
            boolean himself = person.id().equals(receiver.connection.person());
            if (other.seen >= head && !himself && shows(receiver, person.id())) {
                PersonId named = named(receiver.audience, person).id();
                receiver.connection.writeHint(doors.wire().read(id, named, 0, receiver.bookmark));
            }
        }
    }

    /// The person with the name that `audience` is told in this chat.
    PersonRef named(Audience audience, PersonRef person) {
        Masking masking = doors.masks().now();
        return audience == Audience.AGENTS
                ? person
                : chat.map(c -> c.named(person, audience, masking)).orElseGet(() -> masking.person(id, person, 0));
    }

    /// Whether the reader may know that this person is in the chat.
    boolean shows(Watch reader, PersonId person) {
        return reader.audience == Audience.AGENTS
                || chat.flatMap(c -> c.participant(person))
                        .filter(Participant::visibleToOutsiders)
                        .isPresent();
    }
}
