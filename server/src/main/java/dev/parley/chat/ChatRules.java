package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.channel.Direction;
import dev.parley.chat.Chat.Action;
import dev.parley.chat.Chat.Status;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What somebody may do in a chat as it stands now. `Chat` is the way to it.
record ChatRules(Chat chat) {
    /// Refuses unless `caller`, whose permissions give him `held` in this chat's channel, may do `action` now. Who
    /// may not even read learns nothing of the chat.
    void require(Action action, Caller caller, Optional<Level> held) {
        Set<Action> may = may(caller, held);
        if (!may.contains(action)) {
            throw refusal(action, caller, may, held);
        }
    }

    private Refusal refusal(Action action, Caller caller, Set<Action> may, Optional<Level> held) {
        boolean couldHave = chat.toDesk() && held.filter(Level.OWNER::equals).isPresent();
        // An outsider competes with nobody, and is not told who came first.
        boolean late = action == Action.ACCEPT && chat.acceptedBy().isPresent() && !caller.outsider();
        if (late && (may.contains(Action.READ) || couldHave)) {
            return Refusal.taken(chat.acceptedBy().get());
        }
        if (!may.contains(Action.READ) && chat.participant(caller.id()).isEmpty()) {
            return new Refusal(Code.NOT_FOUND, "no such chat");
        }
        if (chat.status() == Status.CLOSED && action != Action.RATE && action != Action.LEAVE_NOTE) {
            return new Refusal(Code.CHAT_CLOSED, "the chat is closed");
        }
        if (action == Action.LEAVE
                && chat.participant(caller.id()).filter(Participant::active).isPresent()) {
            return chat.status() == Status.REQUEST
                    ? new Refusal(Code.NOT_ACCEPTED, "the chat is not accepted yet")
                    : new Refusal(Code.LAST_CONTRIBUTOR, "nobody leaves the customer alone");
        }
        return new Refusal(Code.FORBIDDEN, "not allowed in this chat");
    }

    /// What `caller` may do now.
    Set<Action> may(Caller caller, Optional<Level> held) {
        Set<Action> may = EnumSet.noneOf(Action.class);
        Optional<Participant> mine = chat.participant(caller.id());
        mine.ifPresent(me -> participantMay(me, may));
        if (!caller.outsider()) {
            Optional<Level> effective = effective(mine, held);
            if (effective.isEmpty()) {
                return EnumSet.noneOf(Action.class);
            }
            agentMay(mine, effective, may);
        }
        return may;
    }

    /// Both agents of an agent-to-agent chat are owners, whatever their permissions; elsewhere a permission taken
    /// away counts at once.
    private Optional<Level> effective(Optional<Participant> mine, Optional<Level> held) {
        return chat.direction() == Direction.AGENT_AGENT
                        && mine.filter(chat::addressed).isPresent()
                ? Optional.of(Level.OWNER)
                : held;
    }

    private void participantMay(Participant me, Set<Action> may) {
        boolean asked = me.id().equals(chat.requester().id());
        if (me.state() != Participant.State.DECLINED) {
            may.add(Action.READ);
        }
        if (me.state() == Participant.State.INVITED && chat.status() != Status.CLOSED) {
            may.add(Action.ACCEPT);
            may.add(Action.DECLINE);
        }
        if (chat.status() == Status.REQUEST && asked) {
            may.add(Action.POST);
            may.add(Action.WITHDRAW);
        }
        if (chat.status() == Status.ACTIVE
                && me.contributes()
                && me.person().kind().outsider()) {
            may.addAll(EnumSet.of(Action.POST, Action.LEAVE, Action.CLOSE));
        }
        if (chat.status() == Status.CLOSED && tookPart(me)) {
            may.add(Action.RATE);
        }
    }

    /// An outsider with whom somebody talked; a request that nobody answered leaves nothing to rate.
    private boolean tookPart(Participant me) {
        boolean was = me.state() == Participant.State.ACTIVE || me.state() == Participant.State.LEFT;
        return was && me.person().kind().outsider() && chat.acceptedBy().isPresent();
    }

    private void agentMay(Optional<Participant> mine, Optional<Level> held, Set<Action> may) {
        boolean owner = held.filter(Level.OWNER::equals).isPresent();
        boolean writes = mine.filter(Participant::contributes).isPresent()
                && held.filter(h -> h.atLeast(Level.PARTICIPANT)).isPresent();
        switch (chat.status()) {
            case REQUEST -> {
                if (owner && chat.toDesk()) {
                    may.addAll(EnumSet.of(Action.READ, Action.ACCEPT, Action.CHANGE_CHANNEL));
                }
            }
            case ACTIVE -> {
                if (writes) {
                    may.addAll(
                            EnumSet.of(Action.POST, Action.NOTE, Action.INVITE, Action.CHANGE_CHANNEL, Action.CLOSE));
                }
                levelsMay(mine, held, may);
            }
            case CLOSED -> {
                if (owner && chat.toDesk()) {
                    may.add(Action.READ);
                }
                if (mine.filter(me -> me.level() == Level.OWNER).isPresent()) {
                    may.add(Action.REOPEN);
                }
                if (mine.filter(chat::askedInVain).isPresent()
                        && chat.times().noteLeft().isEmpty()) {
                    may.add(Action.LEAVE_NOTE);
                }
            }
        }
    }

    private void levelsMay(Optional<Participant> mine, Optional<Level> held, Set<Action> may) {
        Optional<Level> level = mine.filter(Participant::active).map(Participant::level);
        boolean free = mine.filter(this::mayGo).isPresent();
        boolean owner = held.filter(Level.OWNER::equals).isPresent();
        if (free) {
            may.add(Action.LEAVE);
        }
        if (level.isPresent() ? level.get() != Level.OBSERVER && free && held.isPresent() : owner) {
            may.add(Action.OBSERVE);
        }
        if (held.filter(h -> h.atLeast(Level.PARTICIPANT)).isPresent()
                && level.filter(l -> l != Level.PARTICIPANT).isPresent()) {
            may.add(Action.PARTICIPATE);
        }
        if (owner && level.filter(Level.OWNER::equals).isEmpty()) {
            may.add(Action.OWN);
        }
    }

    /// Nobody leaves the customer alone: while an outsider is here, one contributing agent stays.
    private boolean mayGo(Participant me) {
        return me.active() && (!me.contributes() || !chat.hasOutsider() || anotherAgentContributes(me.id()));
    }

    private boolean anotherAgentContributes(PersonId me) {
        return chat.participants().stream()
                .anyMatch(p -> p.contributes() && !p.person().kind().outsider() && !p.id().equals(me));
    }
}
