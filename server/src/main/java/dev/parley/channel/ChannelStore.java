package dev.parley.channel;

import dev.parley.base.ChannelId;
import dev.parley.base.GroupId;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// SQL on chat channels.
@Singleton
class ChannelStore {
    private static final String ALL = """
            select id, name, group_id, is_default, for_customers, for_public, availability_check, valid,
                   shows_position, shows_wait,
                   extract(epoch from no_answer_after)::bigint as no_answer_after,
                   extract(epoch from missed_after)::bigint as missed_after,
                   extract(epoch from idle_warning_after)::bigint as idle_warning_after,
                   extract(epoch from idle_close_after)::bigint as idle_close_after,
                   extract(epoch from escalate_after)::bigint as escalate_after
              from chat_channel
             order by is_default desc, lower(name)
            """;

    List<ChatChannel> all(Handle handle) {
        return handle.createQuery(ALL).map((row, context) -> channel(row)).list();
    }

    private static ChatChannel channel(ResultSet row) throws SQLException {
        return new ChatChannel(
                new ChannelId(Rows.uuid(row, "id")),
                row.getString("name"),
                new GroupId(Rows.uuid(row, "group_id")),
                row.getBoolean("is_default"),
                row.getBoolean("for_customers"),
                row.getBoolean("for_public"),
                row.getBoolean("availability_check"),
                row.getBoolean("valid"),
                row.getBoolean("shows_position"),
                row.getBoolean("shows_wait"),
                new ChannelLimits(
                        seconds(row, "no_answer_after"),
                        seconds(row, "missed_after"),
                        seconds(row, "idle_warning_after"),
                        seconds(row, "idle_close_after"),
                        seconds(row, "escalate_after")));
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofSeconds(row.getLong(column));
    }
}
