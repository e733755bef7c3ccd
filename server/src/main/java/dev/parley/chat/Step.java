package dev.parley.chat;

import dev.parley.base.ChannelId;
import dev.parley.base.PersonId;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import java.time.Instant;

/// One running change of one chat, under its lock and inside its transaction: what happens to participants, state and log happens
/// together or not at all.
final class Step {
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

    void move(ChannelId channel) {
        changes.move(tx.handle(), chat.id(), channel);
    }
}
