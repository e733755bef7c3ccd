package dev.parley.mail;

import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL on the outbox.
@Singleton
class OutboxStore {
    private static final String ADD = """
            insert into outbox (id, message_id, recipient, subject, body, created_at, due_at)
            values (:id, :messageId, :to, :subject, :text, :at, :at)
            """;
    /// One due row that no other worker has in hand; it stays locked until the transaction ends.
    private static final String NEXT = """
            select id, message_id, recipient, subject, body, created_at, tries
              from outbox
             where sent_at is null and given_up is null and due_at <= :now
             order by due_at, id
             limit 1
               for update skip locked
            """;
    private static final String SENT = """
            update outbox set sent_at = :at, tries = tries + 1, subject = '', body = '' where id = :id
            """;
    private static final String AGAIN = "update outbox set due_at = :due, tries = tries + 1 where id = :id";
    private static final String GIVEN_UP = "update outbox set given_up = :at, tries = tries + 1 where id = :id";
    private static final String FORGET = "delete from outbox where sent_at < :before or given_up < :before";

    /// A letter on its way.
    record Due(UUID id, String messageId, Letter letter, Instant createdAt, int tries) {}

    void add(Handle handle, UUID id, String messageId, Letter letter, Instant at) {
        handle.createUpdate(ADD)
                .bind("id", id)
                .bind("messageId", messageId)
                .bind("to", letter.to())
                .bind("subject", letter.subject())
                .bind("text", letter.text())
                .bind("at", at)
                .execute();
    }

    Optional<Due> next(Handle handle, Instant now) {
        return handle.createQuery(NEXT)
                .bind("now", now)
                .map((row, context) -> new Due(
                        Rows.uuid(row, "id"),
                        row.getString("message_id"),
                        new Letter(row.getString("recipient"), row.getString("subject"), row.getString("body")),
                        Rows.instant(row, "created_at"),
                        row.getInt("tries")))
                .findOne();
    }

    /// What was in it is nobody's business any more.
    void sent(Handle handle, UUID id, Instant at) {
        handle.createUpdate(SENT).bind("id", id).bind("at", at).execute();
    }

    void again(Handle handle, UUID id, Instant due) {
        handle.createUpdate(AGAIN).bind("id", id).bind("due", due).execute();
    }

    void giveUp(Handle handle, UUID id, Instant at) {
        handle.createUpdate(GIVEN_UP).bind("id", id).bind("at", at).execute();
    }

    void forget(Handle handle, Instant before) {
        handle.createUpdate(FORGET).bind("before", before).execute();
    }
}
