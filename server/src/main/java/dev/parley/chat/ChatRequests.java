package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.access.Persons;
import dev.parley.access.PublicUsers;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.channel.Direction;
import dev.parley.chat.Chat.Action;
import dev.parley.chat.ChatSteps.Step;
import dev.parley.chat.EntryStore.Line;
import dev.parley.people.People;
import dev.parley.storage.Tx;
import dev.parley.widget.Offers;
import dev.parley.widget.Widget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Asking for a chat, in its four directions. Where it was asked before under the same id, the answer is the chat
/// that is there.
@ApplicationScoped
public class ChatRequests {
    private final ChatSteps steps;
    private final Chats chats;
    private final Channels channels;
    private final Offers offers;
    private final People people;
    private final Persons persons;
    private final PublicUsers publicUsers;

    /// What somebody asks for: the chat's id made by the asker, the first words, and optionally whom, where, and
    /// which closed chat is taken up again.
    public record Asked(
            ChatId id, String text, Optional<PersonId> to, Optional<ChannelId> channel, Optional<ChatId> continues) {}

    ChatRequests(
            ChatSteps steps,
            Chats chats,
            Channels channels,
            Offers offers,
            People people,
            Persons persons,
            PublicUsers publicUsers) {
        this.steps = steps;
        this.chats = chats;
        this.channels = channels;
        this.offers = offers;
        this.people = people;
        this.persons = persons;
        this.publicUsers = publicUsers;
    }

    /// A chat request of an agent to a person, or of a customer user to the desk. A customer user can never pick an
    /// agent, and a public user asks only once (see [#askInPublic]).
    public Chat ask(Caller caller, Asked asked) {
        Messages.requireText(asked.text());
        Optional<Chat> before = chats.found(asked.id());
        if (before.isPresent()) {
            return repeated(before.get(), caller.person());
        }
        return switch (caller) {
            case Caller.Agent agent -> askPerson(agent, asked);
            case Caller.CustomerUser customer -> {
                if (asked.to().isPresent()) {
                    throw new Refusal(Code.FORBIDDEN, "a request goes to the desk, not to a person");
                }
                ChatChannel channel = offers.require(Direction.CUSTOMER, asked.channel());
                yield create(asked, channel, Direction.CUSTOMER, customer.person(), Optional.empty(), tx -> {});
            }
            case Caller.PublicUser visitor -> throw new Refusal(Code.LIMIT, "a public user has one chat");
        };
    }

    /// The first and only request of somebody without an account, who is created in the same transaction, and with him
    /// whatever `more` adds.
    public Chat askInPublic(PublicUsers.Newcomer newcomer, Widget widget, Asked asked, Consumer<Tx> more) {
        Messages.requireText(asked.text());
        Optional<Chat> before = chats.found(asked.id());
        if (before.isPresent()) {
            return requireSame(before.get(), newcomer.person(), asked.text());
        }
        ChatChannel channel = offers.require(widget, Direction.PUBLIC, asked.channel());
        return create(asked, channel, Direction.PUBLIC, newcomer.person(), Optional.empty(), tx -> {
            publicUsers.create(tx, newcomer);
            more.accept(tx);
        });
    }

    /// One more request of a public user whom his page vouches for, so that he stays the same from chat to chat.
    public Chat askAgain(Caller.PublicUser visitor, Widget widget, Asked asked, Consumer<Tx> more) {
        Messages.requireText(asked.text());
        Optional<Chat> before = chats.found(asked.id());
        if (before.isPresent()) {
            return repeated(before.get(), visitor.person());
        }
        ChatChannel channel = offers.require(widget, Direction.PUBLIC, asked.channel());
        return create(asked, channel, Direction.PUBLIC, visitor.person(), Optional.empty(), more);
    }

    /// The answer to the first try may have been lost. Only who knows all of it, and while nobody has answered, is
    /// taken for the same.
    private static Chat requireSame(Chat chat, PersonRef person, String text) {
        boolean same = chat.status() == Chat.Status.REQUEST
                && chat.requester().equals(person)
                && chat.last(Audience.EVERYONE)
                        .filter(e -> e.text().filter(text::equals).isPresent())
                        .isPresent();
        if (!same) {
            throw new Refusal(Code.ID_REUSED, "this id was used for another chat");
        }
        return chat;
    }

    private Chat askPerson(Caller.Agent agent, Asked asked) {
        PersonId to = asked.to().orElseThrow(() -> Refusal.fields(Map.of("to", "required")));
        PersonRef person = persons.person(to).orElseThrow(() -> Refusal.fields(Map.of("to", "unknown")));
        if (to.equals(agent.id())) {
            throw Refusal.fields(Map.of("to", "unknown"));
        }
        Direction direction = person.kind() == PersonRef.Kind.AGENT ? Direction.AGENT_AGENT : Direction.AGENT_CUSTOMER;
        offers.require(direction);
        asked.continues().ifPresent(closed -> requireReopen(agent, closed));
        boolean reachable = direction == Direction.AGENT_AGENT ? people.reachable(to) : people.connected(to);
        if (!reachable) {
            throw new Refusal(Code.NOT_AVAILABLE, person.name() + " cannot be chatted with right now");
        }
        ChatChannel channel = direction == Direction.AGENT_AGENT
                ? channels.defaultChannel()
                : asked.channel().map(channels::channel).orElseGet(channels::defaultChannel);
        if (direction == Direction.AGENT_CUSTOMER) {
            requireContributor(agent, channel);
        }
        return create(asked, channel, direction, agent.person(), Optional.of(person), tx -> {});
    }

    private void requireReopen(Caller.Agent agent, ChatId closed) {
        chats.require(Action.REOPEN, agent, chats.chat(agent, closed));
    }

    private void requireContributor(Caller.Agent agent, ChatChannel channel) {
        boolean contributes = channels.level(agent.permissions(), channel)
                .filter(level -> level.atLeast(Level.PARTICIPANT))
                .isPresent();
        if (!channel.valid() || !contributes) {
            throw new Refusal(Code.FORBIDDEN, "no permission to write in this channel");
        }
    }

    private Chat create(
            Asked asked,
            ChatChannel channel,
            Direction direction,
            PersonRef requester,
            Optional<PersonRef> addressee,
            Consumer<Tx> before) {
        var row = new ChatChanges.Asked(
                asked.id(), channel.id(), direction, requester.id(), addressee.map(PersonRef::id), asked.continues());
        Chat chat = steps.create(row, step -> begin(step, asked, requester, addressee), before);
        return repeated(chat, requester);
    }

    private static void begin(Step step, Asked asked, PersonRef requester, Optional<PersonRef> addressee) {
        Level level = requester.kind().outsider() ? Level.PARTICIPANT : Level.OWNER;
        step.place(new ChatChanges.Place(requester.id(), level, Participant.State.ACTIVE));
        addressee.ifPresent(person -> step.place(new ChatChanges.Place(
                person.id(),
                person.kind().outsider() ? Level.PARTICIPANT : Level.OWNER,
                Participant.State.INVITED,
                Optional.empty(),
                Optional.of(requester.id()))));
        step.say(Line.message(requester.id(), asked.id().value(), asked.text()));
    }

    /// The id of a chat is made by whoever asks for it: the same id from somebody else is a clash, not a repeat.
    private static Chat repeated(Chat chat, PersonRef requester) {
        if (!chat.requester().id().equals(requester.id())) {
            throw new Refusal(Code.ID_REUSED, "this id was used for another chat");
        }
        return chat;
    }
}
