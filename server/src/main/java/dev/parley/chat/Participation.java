package dev.parley.chat;

import dev.parley.access.Agents;
import dev.parley.access.Audit;
import dev.parley.access.Caller;
import dev.parley.access.Level;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/// Who takes part in a chat and how: accepting, declining, inviting, changing level or channel, leaving, closing.
/// Each may be repeated: asking for what is so already answers with the chat as it is.
@ApplicationScoped
public class Participation {
    private static final int LONGEST_NOTE = 1_000;

    private final ChatSteps steps;
    private final Chats chats;
    private final Channels channels;
    private final Agents agents;
    private final LostRights rights;
    private final Audit audit;

    Participation(ChatSteps steps, Chats chats, Channels channels, Agents agents, LostRights rights, Audit audit) {
        this.steps = steps;
        this.chats = chats;
        this.channels = channels;
        this.agents = agents;
        this.rights = rights;
        this.audit = audit;
    }

    /// Takes a request (exactly one agent wins) or an invitation, the latter at `wanted` or the level that was
    /// offered, but never above what the caller's permissions allow.
    public Chat accept(Caller caller, ChatId id, Optional<Level> wanted) {
        return steps.change(id, step -> {
            Chat chat = step.chat();
            boolean in =
                    chat.participant(caller.id()).filter(Participant::active).isPresent();
            if (in && chat.status() == Chat.Status.ACTIVE) {
                return;
            }
            chats.require(Action.ACCEPT, caller, chat);
            if (chat.status() == Chat.Status.REQUEST) {
                acceptRequest(caller, step);
            } else {
                acceptInvitation(caller, step, wanted);
            }
        });
    }

    private static void acceptRequest(Caller caller, Step step) {
        if (!step.accept(caller.id())) {
            throw new Refusal(Code.CONFLICT, "the request has changed");
        }
        Level level = caller.outsider() ? Level.PARTICIPANT : Level.OWNER;
        step.place(new ChatChanges.Place(caller.id(), level, Participant.State.ACTIVE));
        step.say(Line.told(ChatEntry.Kind.ACCEPTED, caller.id()));
    }

    private void acceptInvitation(Caller caller, Step step, Optional<Level> wanted) {
        Level offered = caller instanceof Caller.Agent agent
                ? highest(agent, step.chat()).orElse(Level.OBSERVER)
                : Level.PARTICIPANT;
        Level level = wanted.filter(offered::atLeast).orElse(lower(offered, Level.PARTICIPANT));
        step.place(new ChatChanges.Place(caller.id(), level, Participant.State.ACTIVE));
        step.say(Line.told(ChatEntry.Kind.JOINED, caller.id()).internalIf(level == Level.OBSERVER));
    }

    private Optional<Level> highest(Caller.Agent agent, Chat chat) {
        return chat.direction() == Direction.AGENT_AGENT
                ? Optional.of(Level.OWNER)
                : channels.level(agent.permissions(), channels.channel(chat.channel()));
    }

    private static Level lower(Level one, Level other) {
        return one.atLeast(other) ? other : one;
    }

    /// Says no to a personal request, which closes it, or to an invitation, of which only agents learn.
    public void decline(Caller caller, ChatId id, Optional<String> reason) {
        reason.ifPresent(words -> requireShort("reason", words));
        steps.change(id, step -> {
            Chat chat = step.chat();
            boolean declined = chat.participant(caller.id())
                    .filter(p -> p.state() == Participant.State.DECLINED)
                    .isPresent();
            if (declined) {
                return;
            }
            chats.require(Action.DECLINE, caller, chat);
            Participant me = chat.participant(caller.id()).orElseThrow();
            step.place(new ChatChanges.Place(caller.id(), me.level(), Participant.State.DECLINED));
            boolean request = chat.status() == Chat.Status.REQUEST;
            step.say(Line.told(ChatEntry.Kind.DECLINED, caller.id())
                    .internalIf(!request)
                    .saying(reason));
            if (request) {
                step.close(Chat.Reason.DECLINED, Line.told(ChatEntry.Kind.CLOSED, caller.id()));
            }
        });
    }

    /// Takes one's own request back before anybody accepted it.
    public Chat withdraw(Caller caller, ChatId id) {
        return steps.change(id, step -> {
            Chat chat = step.chat();
            if (chat.reason().filter(Chat.Reason.WITHDRAWN::equals).isPresent()
                    && chat.requester().id().equals(caller.id())) {
                return;
            }
            chats.require(Action.WITHDRAW, caller, chat);
            step.close(Chat.Reason.WITHDRAWN, Line.told(ChatEntry.Kind.CLOSED, caller.id()));
        });
    }

    /// Asks another agent into an active chat, with an optional note that only agents see.
    public Chat invite(Caller.Agent caller, ChatId id, PersonId invited, Optional<String> note) {
        note.ifPresent(words -> requireShort("note", words));
        PersonRef agent = agents.agent(invited).orElseThrow(() -> Refusal.fields(Map.of("agent", "unknown")));
        return steps.change(id, step -> {
            Chat chat = step.chat();
            chats.require(Action.INVITE, caller, chat);
            Optional<Participant> there = chat.participant(invited);
            if (there.filter(p -> p.active() || p.state() == Participant.State.INVITED)
                    .isPresent()) {
                return;
            }
            Level level = invitable(invited, chat)
                    .orElseThrow(
                            () -> new Refusal(Code.NOT_AVAILABLE, agent.name() + " has no permission in this channel"));
            step.place(new ChatChanges.Place(
                    invited,
                    lower(level, Level.PARTICIPANT),
                    Participant.State.INVITED,
                    note,
                    Optional.of(caller.id())));
            step.say(Line.internal(ChatEntry.Kind.INVITED, caller.id())
                    .about(invited)
                    .saying(note));
        });
    }

    /// The level an agent could take in this chat if he were invited.
    public Optional<Level> invitable(PersonId agent, Chat chat) {
        return channels.level(agents.permissions(agent), channels.channel(chat.channel()));
    }

    /// Becomes observer, participant or owner (taking over) within one's permissions; joins if not in the chat.
    /// Joining uninvited is audited.
    public Chat level(Caller.Agent caller, ChatId id, Level level) {
        return steps.change(id, step -> {
            Chat chat = step.chat();
            Optional<Participant> me = chat.participant(caller.id()).filter(Participant::active);
            if (me.filter(p -> p.level() == level).isPresent()) {
                return;
            }
            chats.require(actionFor(level), caller, chat);
            step.place(new ChatChanges.Place(caller.id(), level, Participant.State.ACTIVE));
            if (me.isPresent()) {
                step.say(
                        Line.internal(ChatEntry.Kind.LEVEL_CHANGED, caller.id()).saying(level.wireName()));
                announce(step, caller, me.get().level(), level);
            } else {
                audit.record(step.tx(), caller, "chat.joined", id.toString(), level.wireName());
                step.say(Line.told(ChatEntry.Kind.JOINED, caller.id()).internalIf(level == Level.OBSERVER));
            }
        });
    }

    /// Outsiders see an observer appear when he begins to contribute, and disappear when he stops.
    private static void announce(Step step, Caller.Agent caller, Level from, Level to) {
        if (from == Level.OBSERVER) {
            step.say(Line.told(ChatEntry.Kind.JOINED, caller.id()));
        } else if (to == Level.OBSERVER) {
            step.say(Line.told(ChatEntry.Kind.LEFT, caller.id()));
        }
    }

    private static Action actionFor(Level level) {
        return switch (level) {
            case OBSERVER -> Action.OBSERVE;
            case PARTICIPANT -> Action.PARTICIPATE;
            case OWNER -> Action.OWN;
        };
    }

    /// Moves the chat to a valid channel where the caller may write; `silent` keeps it from outsiders.
    public Chat changeChannel(Caller.Agent caller, ChatId id, ChannelId target, boolean silent) {
        ChatChannel channel = channels.channel(target);
        return steps.change(id, step -> {
            if (step.chat().channel().equals(target)) {
                return;
            }
            chats.require(Action.CHANGE_CHANNEL, caller, step.chat());
            if (!mayMoveTo(caller, channel)) {
                throw Refusal.fields(Map.of("channel", "unknown"));
            }
            step.move(target, silent);
            step.say(Line.told(ChatEntry.Kind.CHANNEL_CHANGED, caller.id())
                    .internalIf(silent)
                    .saying(channel.name()));
            rights.moved(step, target);
        });
    }

    /// Where this agent may move a chat: valid channels in which he contributes, the Default channel left out.
    public boolean mayMoveTo(Caller.Agent caller, ChatChannel channel) {
        return channel.valid()
                && !channel.isDefault()
                && channels.level(caller.permissions(), channel)
                        .filter(level -> level.atLeast(Level.PARTICIPANT))
                        .isPresent();
    }

    /// Leaves the chat; it closes when nobody is left to talk to.
    public Chat leave(Caller caller, ChatId id) {
        return steps.change(id, step -> {
            Chat chat = step.chat();
            Optional<Participant> me = chat.participant(caller.id());
            if (me.filter(p -> p.state() == Participant.State.LEFT).isPresent()) {
                return;
            }
            if (chat.status() == Chat.Status.REQUEST && chat.requester().id().equals(caller.id())) {
                step.close(Chat.Reason.ABANDONED, Line.told(ChatEntry.Kind.CLOSED, caller.id()));
                return;
            }
            chats.require(Action.LEAVE, caller, chat);
            boolean observer = me.orElseThrow().level() == Level.OBSERVER;
            step.place(new ChatChanges.Place(caller.id(), me.get().level(), Participant.State.LEFT));
            step.say(Line.told(ChatEntry.Kind.LEFT, caller.id()).internalIf(observer));
            if (!observer && chat.endsWithout(caller.id())) {
                step.close(Chat.Reason.LEFT, Line.told(ChatEntry.Kind.CLOSED, caller.id()));
            }
        });
    }

    /// Chooses of what in this chat the agent is told while he is not looking.
    public void monitor(Caller.Agent agent, ChatId id, Participant.Monitoring monitoring) {
        steps.change(id, step -> {
            chats.require(Action.READ, agent, step.chat());
            Participant me = step.chat()
                    .participant(agent.id())
                    .orElseThrow(() -> new Refusal(Code.FORBIDDEN, "take part in the chat first"));
            if (me.monitoring() != monitoring) {
                step.monitor(agent.id(), monitoring);
            }
        });
    }

    /// Closes the chat for all; it is read only from then on.
    public Chat close(Caller caller, ChatId id) {
        return steps.change(id, step -> {
            Chat chat = step.chat();
            if (chat.status() == Chat.Status.CLOSED && chats.may(caller, chat).contains(Action.READ)) {
                return;
            }
            chats.require(Action.CLOSE, caller, chat);
            step.close(Chat.Reason.CLOSED, Line.told(ChatEntry.Kind.CLOSED, caller.id()));
        });
    }

    private static void requireShort(String field, String words) {
        if (words.codePointCount(0, words.length()) > LONGEST_NOTE) {
            throw Refusal.fields(Map.of(field, "too_long"));
        }
        if (!words.isEmpty()) {
            Messages.requireText(words);
        }
    }
}
