package dev.parley.chat.outside;

import dev.parley.base.ChannelId;
import dev.parley.storage.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// SQL on who waits in a channel, and who did.
@ApplicationScoped
class WaitingStore {
    private static final int MOST_WAITING = 1_000;
    private static final int LAST_ACCEPTED = 20;

    private static final String WAITING = """
            select created_at
              from chat
             where status = 'request' and channel_id = :channel and direction in ('customer', 'public')
             order by created_at
             limit :most
            """;
    private static final String ACCEPTED = """
            select created_at, accepted_at
              from chat
             where channel_id = :channel and accepted_at > :after and direction in ('customer', 'public')
             order by accepted_at desc
             limit :most
            """;

    WaitingLine line(Handle handle, ChannelId channel, Instant acceptedAfter) {
        return new WaitingLine(waiting(handle, channel), MOST_WAITING, accepted(handle, channel, acceptedAfter));
    }

    private static List<Instant> waiting(Handle handle, ChannelId channel) {
        return handle.createQuery(WAITING)
                .bind("channel", channel.value())
                .bind("most", MOST_WAITING)
                .map((row, context) -> Rows.instant(row, "created_at"))
                .list();
    }

    private static List<Duration> accepted(Handle handle, ChannelId channel, Instant after) {
        return handle.createQuery(ACCEPTED)
                .bind("channel", channel.value())
                .bind("after", after)
                .bind("most", LAST_ACCEPTED)
                .map((row, context) ->
                        Duration.between(Rows.instant(row, "created_at"), Rows.instant(row, "accepted_at")))
                .list();
    }
}
