package dev.parley.chat;

import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.chat.EntryStore.Line;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
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

    /// One running change of one chat, under its lock and inside its transaction: what happens to participants, state
    /// and log happens together or not at all.
    static final class Step {
        private final Tx tx;
        private final Chat chat;
        private final Instant at;
        private final ChatChanges changes;
        private final EntryStore entries;

        Step(Tx tx, Chat chat, Instant at, ChatChanges changes, EntryStore entries) {
            this.tx = tx;
            this.chat = chat;
            this.at = at;
            this.changes = changes;
            this.entries = entries;
            tx.tellAfterCommit(new Notice(Notice.Topic.CHAT, chat.id().value()));
        }

        /// The chat as it was when the lock was taken.
        Chat chat() {
            return chat;
        }

        Tx tx() {
            return tx;
        }

        void say(Line line) {
            long head = entries.append(tx.handle(), chat.id(), line, at);
            tx.tellAfterCommit(new Notice(Notice.Topic.ENTRIES, chat.id().value(), head));
        }

        void place(ChatChanges.Place place) {
            changes.place(tx.handle(), chat.id(), place, at);
        }

        /// False if somebody was first.
        boolean accept(PersonId by) {
            return changes.accept(tx.handle(), chat.id(), by, at);
        }

        /// Closes the chat and says so in it; `line` says who did it.
        void close(Chat.Reason reason, Line line) {
            if (changes.close(tx.handle(), chat.id(), reason, at)) {
                say(line.saying(reason.wireName()));
            }
        }

        void monitor(PersonId person, Participant.Monitoring monitoring) {
            changes.monitor(tx.handle(), chat.id(), person, monitoring);
        }

        void leaveNote() {
            changes.leaveNote(tx.handle(), chat.id(), at);
        }

        void move(ChannelId channel, boolean silent) {
            changes.move(tx.handle(), chat.id(), channel, silent);
        }
    }
}
