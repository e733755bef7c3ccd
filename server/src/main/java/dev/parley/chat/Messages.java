package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.chat.EntryWriter.Post;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What people write in chats, and how far they have read.
@Singleton
public class Messages {
    public static final int MOST_CODE_POINTS = 4_000;
    public static final int MOST_BYTES = 16 * 1024;

    private final EntryWriter writer;
    private final EntryStore entries;
    private final Database database;
    private final Clock clock;

    Messages(EntryWriter writer, EntryStore entries, Database database, Clock clock) {
        this.writer = writer;
        this.entries = entries;
        this.database = database;
        this.clock = clock;
    }

    /// Sends a message on its way; returns at once, without touching the database. `then` hears once, on the writer's
    /// thread, what became of it: stored only after the commit. State and right are judged under the chat's lock,
    /// with the numbers.
    public void post(Caller caller, ChatId chat, UUID clientId, String text, boolean note, Consumer<Outcome> then) {
        requireText(text);
        if (note && caller.outsider()) {
            throw new Refusal(Code.FORBIDDEN, "internal notes are written by agents");
        }
        writer.write(new Post(
                chat, caller.person(), clientId, text, note, clock.instant().truncatedTo(ChronoUnit.MILLIS), then));
    }

    /// Like `post`, for callers on a thread that may wait.
    public Outcome postAndWait(Caller caller, ChatId chat, UUID clientId, String text, boolean note) {
        var outcome = new CompletableFuture<Outcome>();
        post(caller, chat, clientId, text, note, outcome::complete);
        return outcome.join();
    }

    /// Moves the caller's read mark to number `n` of his audience. Marks never go back, and one for an entry that is
    /// not there does nothing.
    public void read(Caller caller, ChatId chat, long n) {
        database.change(tx -> {
            if (entries.markRead(tx.handle(), chat, caller.id(), Audience.of(caller), n)) {
                tx.tellAfterCommit(new Notice(Notice.Topic.MARKS, chat.value()));
            }
        });
    }

    /// Refuses what is no message: nothing visible, too long, or characters that no database keeps.
    public static void requireText(String text) {
        if (text.isBlank()) {
            throw new Refusal(Code.EMPTY, "there is nothing to send");
        }
        if (text.length() > MOST_BYTES
                || text.codePointCount(0, text.length()) > MOST_CODE_POINTS
                || (text.length() > MOST_BYTES / 3 && text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)) {
            throw new Refusal(Code.TOO_LONG, "at most 4,000 characters and 16 KiB");
        }
        if (!storable(text)) {
            throw new Refusal(Code.MALFORMED, "not valid Unicode text");
        }
    }

    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /// Whether the wire's word for who may see a message means an internal note. Nothing said means everyone.
    public static boolean note(Optional<String> visibility) {
        return switch (visibility.orElse("everyone")) {
            case "everyone" -> false;
            case "agents" -> true;
            default -> throw Refusal.fields(Map.of("visibility", "unknown"));
        };
    }
}
