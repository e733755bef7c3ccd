package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Direction;
import dev.parley.chat.Chat.Action;
import dev.parley.people.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A chat as one caller sees it; made by [ChatViews].
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChatView(
        ChatId id,
        Chat.Status status,
        Optional<Chat.Reason> reason,
        Direction direction,
        ChannelRef channel,
        PersonRef requester,
        Optional<PersonRef> addressee,
        Optional<PersonRef> acceptedBy,
        Instant createdAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> closedAt,
        Optional<ChatId> continues,
        long head,
        long read,
        int unread,
        Optional<EntryView> last,
        List<Someone> participants,
        Optional<Rating> rating,
        long version,
        Mine my) {
    /// A chat channel by id and name.
    public record ChannelRef(ChannelId id, String name) {}

    /// A participant; `read` and `delivered` in the numbering of whoever looks. How far something was delivered
    /// beyond what was read is not kept: the socket tells it while both are connected.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Someone(
            PersonRef person,
            Level level,
            Participant.State state,
            Presence.State presence,
            Optional<String> note,
            Optional<PersonRef> invitedBy,
            long read,
            long delivered) {}

    /// What the outsider thought of the chat; he may change it until `until`.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Rating(int score, Optional<String> comment, Instant until) {}

    /// What the caller is in this chat and may do in it now. `shownAs`: what outsiders call an agent whose name is
    /// masked.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Mine(
            Optional<Level> level,
            Optional<Participant.State> state,
            Optional<Participant.Monitoring> monitoring,
            Optional<String> shownAs,
            Set<Action> may) {}
}
