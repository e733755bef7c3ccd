package dev.parley.chat;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/// Runs changes of chats: lock, load, change, commit, then tell.
@ApplicationScoped
class ChatSteps {
    private final Database database;
    private final ChatStore chats;
    private final ChatChanges changes;
    private final EntryStore entries;
    private final Clock clock;

    ChatSteps(Database database, ChatStore chats, ChatChanges changes, EntryStore entries, Clock clock) {
        this.database = database;
        this.chats = chats;
        this.changes = changes;
        this.entries = entries;
        this.clock = clock;
    }

    /// Changes one chat and gives it as it is afterwards. What `change` refuses leaves everything as it was.
    Chat change(ChatId id, Consumer<Step> change) {
        return database.write(tx -> {
            change.accept(step(tx, id));
            return chats.chat(tx.handle(), id).orElseThrow();
        });
    }

    private Step step(Tx tx, ChatId id) {
        if (!chats.lock(tx.handle(), id)) {
            throw new Refusal(Code.NOT_FOUND, "no such chat");
        }
        Chat chat = chats.chat(tx.handle(), id).orElseThrow();
        return new Step(tx, chat, clock.instant().truncatedTo(ChronoUnit.MILLIS), changes, entries);
    }

    /// Creates a chat with its first people and words, or does nothing if it is there already.
    Chat create(ChatChanges.Asked asked, Consumer<Step> first, Consumer<Tx> before) {
        return database.write(tx -> {
            before.accept(tx);
            if (changes.create(tx.handle(), asked, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
                first.accept(step(tx, asked.id()));
            }
            return chats.chat(tx.handle(), asked.id()).orElseThrow();
        });
    }
}
