package dev.parley.chat.workplace;

import dev.parley.access.Audit;
import dev.parley.access.Caller;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import dev.parley.channel.ChatChannel;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The canned replies an agent sees and those he may change. A code is there once beside its like: among one agent's
/// own, in one channel, among those of all.
@ApplicationScoped
class CannedReplies {
    private static final int MOST_BESIDES = 500;

    private final Database database;
    private final CannedReplyStore store;
    private final Audit audit;

    CannedReplies(Database database, CannedReplyStore store, Audit audit) {
        this.database = database;
        this.store = store;
        this.audit = audit;
    }

    List<CannedReply> replies(Caller.Agent agent) {
        return database.read(handle -> store.valid(handle, agent.id())).stream()
                .filter(reply -> reply.visibleTo(agent))
                .toList();
    }

    /// Adds a text; adding the same again answers with the one that is there.
    CannedReply add(
            Caller.Agent agent, CannedReply.Scope scope, Optional<ChatChannel> channel, String code, String text) {
        boolean own = scope == CannedReply.Scope.OWN;
        var wanted = new CannedReply(
                Ids.next(), scope, own ? Optional.of(agent.id()) : Optional.empty(), channel, code, text);
        requireEditable(agent, wanted);
        return database.write(tx -> {
            store.lock(tx.handle());
            Optional<CannedReply> before = sameCode(tx.handle(), agent, wanted);
            if (before.filter(there -> there.text().equals(text)).isPresent()) {
                return before.get();
            }
            requireFree(before);
            long besides = store.valid(tx.handle(), agent.id()).stream()
                    .filter(wanted::besides)
                    .count();
            if (besides >= MOST_BESIDES) {
                throw new Refusal(Code.LIMIT, "at most " + MOST_BESIDES + " canned replies beside each other");
            }
            store.add(tx.handle(), wanted);
            record(tx, agent, "canned_reply_added", wanted);
            return wanted;
        });
    }

    CannedReply change(Caller.Agent agent, UUID id, String code, String text) {
        return database.write(tx -> {
            store.lock(tx.handle());
            CannedReply before = editable(tx.handle(), agent, id);
            var after = new CannedReply(id, before.scope(), before.agent(), before.channel(), code, text);
            requireFree(sameCode(tx.handle(), agent, after)
                    .filter(other -> !other.id().equals(id)));
            store.change(tx.handle(), id, code, text);
            record(tx, agent, "canned_reply_changed", after);
            return after;
        });
    }

    /// Makes a text invalid.
    void remove(Caller.Agent agent, UUID id) {
        database.change(tx -> {
            CannedReply reply = editable(tx.handle(), agent, id);
            store.invalidate(tx.handle(), id);
            record(tx, agent, "canned_reply_removed", reply);
        });
    }

    private Optional<CannedReply> sameCode(Handle handle, Caller.Agent agent, CannedReply wanted) {
        return store.valid(handle, agent.id()).stream()
                .filter(wanted::besides)
                .filter(reply -> reply.code().equalsIgnoreCase(wanted.code()))
                .findFirst();
    }

    private static void requireFree(Optional<CannedReply> other) {
        if (other.isPresent()) {
            throw Refusal.fields(Map.of("code", "taken"));
        }
    }

    private CannedReply editable(Handle handle, Caller.Agent agent, UUID id) {
        CannedReply reply = store.one(handle, id)
                .filter(found -> found.visibleTo(agent))
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "no such canned reply"));
        requireEditable(agent, reply);
        return reply;
    }

    private static void requireEditable(Caller.Agent agent, CannedReply reply) {
        if (!reply.editableBy(agent)) {
            throw new Refusal(Code.FORBIDDEN, "a channel's texts belong to its owners, those of all to administrators");
        }
    }

    /// What somebody does to texts of others he may have to account for.
    private void record(Tx tx, Caller.Agent agent, String action, CannedReply reply) {
        if (reply.scope() != CannedReply.Scope.OWN) {
            audit.record(tx, agent, action, reply.id().toString(), reply.code());
        }
    }
}
