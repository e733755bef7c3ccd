package dev.parley.notification;

import dev.parley.base.ChatId;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL on what was done about requests that nobody had seen.
@Singleton
class EscalationStore {
    private static final String REMIND = """
            insert into escalation (chat_id, reminded_at) values (:chat, :at) on conflict (chat_id) do nothing
            """;
    private static final String MAIL = """
            update escalation set mailed_at = :at where chat_id = :chat and mailed_at is null
            """;
    private static final String DONE = """
            select chat_id, mailed_at is not null as mailed from escalation where chat_id = any(:chats)
            """;
    private static final String FORGET = "delete from escalation where reminded_at < :before";

    /// False if it was reminded of before.
    boolean remind(Handle handle, ChatId chat, Instant at) {
        return handle.createUpdate(REMIND)
                        .bind("chat", chat.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /// False if it was mailed before.
    boolean mail(Handle handle, ChatId chat, Instant at) {
        return handle.createUpdate(MAIL)
                        .bind("chat", chat.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /// Those that were reminded of, and whether they were mailed too.
    Map<ChatId, Boolean> done(Handle handle, Collection<ChatId> chats) {
        return handle
                .createQuery(DONE)
                .bind("chats", chats.stream().map(ChatId::value).toArray(UUID[]::new))
                .map((row, context) -> Map.entry(new ChatId(Rows.uuid(row, "chat_id")), row.getBoolean("mailed")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void forget(Handle handle, Instant before) {
        handle.createUpdate(FORGET).bind("before", before).execute();
    }
}
