package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.base.PersonRef;
import dev.parley.channel.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Chats for tests of rules, in the states they go through.
final class SomeChat {
    private static final Instant NOW = Instant.parse("2025-10-14T08:42:00Z");

    private final PersonRef requester;
    private final ChatId id = new ChatId(Ids.next());
    private final ChannelId channel = new ChannelId(Ids.next());

    SomeChat(PersonRef requester) {
        this.requester = requester;
    }

    Chat request() {
        return chat(
                Direction.CUSTOMER,
                Chat.Status.REQUEST,
                Optional.empty(),
                List.of(participant(requester, Level.PARTICIPANT, Participant.State.ACTIVE)));
    }

    Chat accepted(Caller.Agent by) {
        return chat(
                Direction.CUSTOMER,
                Chat.Status.ACTIVE,
                Optional.of(by.person()),
                List.of(
                        participant(requester, Level.PARTICIPANT, Participant.State.ACTIVE),
                        participant(by.person(), Level.OWNER, Participant.State.ACTIVE)));
    }

    Chat closed(Caller.Agent by) {
        Chat active = accepted(by);
        return chat(Direction.CUSTOMER, Chat.Status.CLOSED, active.acceptedBy(), active.participants());
    }

    Chat unanswered() {
        return chat(
                Direction.CUSTOMER,
                Chat.Status.CLOSED,
                Optional.empty(),
                request().participants());
    }

    Chat between(Caller.Agent one, Caller.Agent other) {
        return chat(
                Direction.AGENT_AGENT,
                Chat.Status.ACTIVE,
                Optional.of(other.person()),
                List.of(
                        participant(one.person(), Level.OWNER, Participant.State.ACTIVE),
                        participant(other.person(), Level.OWNER, Participant.State.ACTIVE)));
    }

    Chat with(Chat chat, Caller.Agent agent, Level level, Participant.State state) {
        List<Participant> all = Stream.concat(
                        chat.participants().stream(), Stream.of(participant(agent.person(), level, state)))
                .toList();
        return chat(chat.direction(), chat.status(), chat.acceptedBy(), all);
    }

    private static Participant participant(PersonRef person, Level level, Participant.State state) {
        return new Participant(
                person,
                level,
                state,
                Optional.empty(),
                Optional.empty(),
                NOW,
                Chat.Numbers.START,
                Optional.empty(),
                Participant.Read.NOTHING,
                Participant.Monitoring.ALL,
                0);
    }

    private Chat chat(
            Direction direction, Chat.Status status, Optional<PersonRef> acceptedBy, List<Participant> participants) {
        boolean closed = status == Chat.Status.CLOSED;
        return new Chat(
                id,
                channel,
                channel,
                direction,
                status,
                closed ? Optional.of(Chat.Reason.CLOSED) : Optional.empty(),
                requester,
                direction == Direction.AGENT_AGENT ? acceptedBy : Optional.empty(),
                acceptedBy,
                Optional.empty(),
                new Chat.Head(1, 1, 1),
                new Chat.Times(NOW, Optional.empty(), closed ? Optional.of(NOW) : Optional.empty(), Optional.empty()),
                participants,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
