package dev.parley.chat.workplace;

import dev.parley.base.ChannelId;
import dev.parley.base.PersonId;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL on canned replies.
@Singleton
class CannedReplyStore {
    private static final String LOCK = "lock table canned_reply in share row exclusive mode";
    private static final String VALID = """
            select id, scope, agent_id, channel_id, code, body
              from canned_reply
             where valid and (scope <> 'own' or agent_id = :agent)
             order by lower(code), scope, id
            """;
    private static final String ONE = """
            select id, scope, agent_id, channel_id, code, body from canned_reply where id = :id and valid
            """;
    private static final String ADD = """
            insert into canned_reply (id, scope, agent_id, channel_id, code, body)
            values (:id, :scope, :agent, :channel, :code, :body)
            """;
    private static final String CHANGE = "update canned_reply set code = :code, body = :body where id = :id";
    private static final String INVALIDATE = "update canned_reply set valid = false where id = :id";

    private final Channels channels;

    CannedReplyStore(Channels channels) {
        this.channels = channels;
    }

    /// Lets one transaction at a time look for a code and then add it.
    void lock(Handle handle) {
        handle.execute(LOCK);
    }

    /// All valid ones but other agents' own.
    List<CannedReply> valid(Handle handle, PersonId agent) {
        return handle.createQuery(VALID)
                .bind("agent", agent.value())
                .map((row, context) -> reply(row))
                .list();
    }

    Optional<CannedReply> one(Handle handle, UUID id) {
        return handle.createQuery(ONE)
                .bind("id", id)
                .map((row, context) -> reply(row))
                .findOne();
    }

    void add(Handle handle, CannedReply reply) {
        handle.createUpdate(ADD)
                .bind("id", reply.id())
                .bind("scope", reply.scope().wireName())
                .bind("agent", reply.agent().map(PersonId::value).orElse(null))
                .bind(
                        "channel",
                        reply.channel().map(channel -> channel.id().value()).orElse(null))
                .bind("code", reply.code())
                .bind("body", reply.text())
                .execute();
    }

    void change(Handle handle, UUID id, String code, String text) {
        handle.createUpdate(CHANGE)
                .bind("id", id)
                .bind("code", code)
                .bind("body", text)
                .execute();
    }

    void invalidate(Handle handle, UUID id) {
        handle.createUpdate(INVALIDATE).bind("id", id).execute();
    }

    private CannedReply reply(ResultSet row) throws SQLException {
        Optional<ChatChannel> channel =
                Rows.optionalUuid(row, "channel_id").map(ChannelId::new).map(channels::channel);
        return new CannedReply(
                Rows.uuid(row, "id"),
                CannedReply.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                Rows.optionalUuid(row, "agent_id").map(PersonId::new),
                channel,
                row.getString("code"),
                row.getString("body"));
    }
}
