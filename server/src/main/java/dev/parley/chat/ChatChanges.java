package dev.parley.chat;

import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.channel.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL that changes a chat and its participants. Everything but `create` runs under the chat's lock.
@ApplicationScoped
class ChatChanges {
    private static final String CREATE = """
            insert into chat (id, channel_id, direction, status, requester_id, addressee_id, continues_id, created_at)
            values (:id, :channel, :direction, 'request', :requester, :addressee, :continues, :at)
            on conflict (id) do nothing
            """;
    private static final String PARTICIPATE = """
            insert into participant (chat_id, person_id, level, state, position, note, invited_by, since,
                                     since_seq, since_public_seq, mask)
            select id, :person, :level, :state,
                   (select coalesce(max(position), 0) + 1 from participant where chat_id = :chat),
                   :note, :inviter, :at, last_seq, last_public_seq,
                   case when :contributes and (select kind = 'agent' from person where id = :person)
                        then (select coalesce(max(mask), 0) + 1 from participant where chat_id = :chat) end
              from chat where id = :chat
            on conflict (chat_id, person_id) do update
               set level = excluded.level, state = excluded.state, note = excluded.note,
                   invited_by = excluded.invited_by, since = excluded.since, since_seq = excluded.since_seq,
                   since_public_seq = excluded.since_public_seq, gone_at = null,
                   mask = coalesce(participant.mask, excluded.mask)
            """;
    private static final String ACCEPT = """
            update chat set status = 'active', accepted_by = :by, accepted_at = :at, version = version + 1
             where id = :chat and status = 'request'
            """;
    private static final String CLOSE = """
            update chat set status = 'closed', reason = :reason, closed_at = :at, version = version + 1
             where id = :chat and status <> 'closed'
            """;
    private static final String MOVE = """
            update chat
               set channel_id = :channel, version = version + 1,
                   told_channel_id = case when :silent then coalesce(told_channel_id, channel_id) end
             where id = :chat
            """;
    private static final String MONITOR = """
            update participant set monitoring = :monitoring where chat_id = :chat and person_id = :person
            """;
    private static final String LEAVE_NOTE = """
            update chat set note_left_at = :at, version = version + 1 where id = :chat
            """;
    private static final String CHANGED = "update chat set version = version + 1 where id = :chat";

    /// What somebody becomes in a chat.
    record Place(PersonId person, Level level, Participant.State state, Optional<String> note, Optional<PersonId> by) {
        Place(PersonId person, Level level, Participant.State state) {
            this(person, level, state, Optional.empty(), Optional.empty());
        }

        /// An agent who does gets his number; an observer, whom no outsider sees, has none.
        boolean contributes() {
            return state == Participant.State.ACTIVE && level.atLeast(Level.PARTICIPANT);
        }
    }

    /// A chat about to be asked for.
    record Asked(
            ChatId id,
            ChannelId channel,
            Direction direction,
            PersonId requester,
            Optional<PersonId> addressee,
            Optional<ChatId> continues) {}

    /// False if a chat of this id is there already.
    boolean create(Handle handle, Asked asked, Instant at) {
        return handle.createUpdate(CREATE)
                        .bind("id", asked.id().value())
                        .bind("channel", asked.channel().value())
                        .bind("direction", asked.direction().wireName())
                        .bind("requester", asked.requester().value())
                        .bind(
                                "addressee",
                                asked.addressee().map(PersonId::value).orElse(null))
                        .bind("continues", asked.continues().map(ChatId::value).orElse(null))
                        .bind("at", at)
                        .execute()
                == 1;
    }

    void place(Handle handle, ChatId chat, Place place, Instant at) {
        handle.createUpdate(PARTICIPATE)
                .bind("chat", chat.value())
                .bind("person", place.person().value())
                .bind("level", place.level().wireName())
                .bind("state", place.state().wireName())
                .bind("note", place.note().orElse(null))
                .bind("inviter", place.by().map(PersonId::value).orElse(null))
                .bind("contributes", place.contributes())
                .bind("at", at)
                .execute();
        changed(handle, chat);
    }

    /// Exactly one caller gets true, whoever else tries at the same instant: the row count decides.
    boolean accept(Handle handle, ChatId chat, PersonId by, Instant at) {
        return handle.createUpdate(ACCEPT)
                        .bind("chat", chat.value())
                        .bind("by", by.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    boolean close(Handle handle, ChatId chat, Chat.Reason reason, Instant at) {
        return handle.createUpdate(CLOSE)
                        .bind("chat", chat.value())
                        .bind("reason", reason.wireName())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /// A `silent` move leaves outsiders with the channel they were told last.
    void move(Handle handle, ChatId chat, ChannelId channel, boolean silent) {
        handle.createUpdate(MOVE)
                .bind("chat", chat.value())
                .bind("channel", channel.value())
                .bind("silent", silent)
                .execute();
    }

    void monitor(Handle handle, ChatId chat, PersonId person, Participant.Monitoring monitoring) {
        handle.createUpdate(MONITOR)
                .bind("chat", chat.value())
                .bind("person", person.value())
                .bind("monitoring", monitoring.wireName())
                .execute();
        changed(handle, chat);
    }

    void leaveNote(Handle handle, ChatId chat, Instant at) {
        handle.createUpdate(LEAVE_NOTE)
                .bind("chat", chat.value())
                .bind("at", at)
                .execute();
    }

    private static void changed(Handle handle, ChatId chat) {
        handle.createUpdate(CHANGED).bind("chat", chat.value()).execute();
    }
}
