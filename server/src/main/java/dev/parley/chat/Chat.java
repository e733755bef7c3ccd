package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.channel.Direction;
import dev.parley.channel.Masking;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One conversation: its channel, requester, participants and heads. It knows what anybody may see or do in it;
/// every door asks [#may], and nothing else decides.
///
/// | in | event | becomes |
/// |---|---|---|
/// | – | created with a first message | request |
/// | request | accepted by exactly one | active |
/// | request | declined, withdrawn, abandoned, missed | closed |
/// | active | closed, left by the last outsider, timeout | closed |
public record Chat(
        ChatId id,
        ChannelId channel,
        ChannelId toldChannel,
        Direction direction,
        Status status,
        Optional<Reason> reason,
        PersonRef requester,
        Optional<PersonRef> addressee,
        Optional<PersonRef> acceptedBy,
        Optional<ChatId> continues,
        Head head,
        Times times,
        List<Participant> participants,
        Optional<ChatEntry> last,
        Optional<ChatEntry> lastPublic,
        Optional<Rating> rating) {
    /// Where a chat stands.
    public enum Status {
        REQUEST,
        ACTIVE,
        CLOSED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Why a chat was closed.
    public enum Reason {
        CLOSED,
        LEFT,
        DECLINED,
        WITHDRAWN,
        ABANDONED,
        MISSED,
        TIMEOUT;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The newest numbers of both audiences, and the version that counts every change of state.
    public record Head(long version, long seq, long publicSeq) {
        public long n(Audience audience) {
            return audience == Audience.AGENTS ? seq : publicSeq;
        }
    }

    /// A place in the log, in the numbering of each audience.
    public record Numbers(long seq, long publicSeq) {
        public static final Numbers START = new Numbers(0, 0);

        public long n(Audience audience) {
            return audience == Audience.AGENTS ? seq : publicSeq;
        }
    }

    /// When the chat was created, accepted and closed, and when whoever asked in vain left a note.
    public record Times(
            Instant created, Optional<Instant> accepted, Optional<Instant> closed, Optional<Instant> noteLeft) {}

    /// What its outsider thought of a closed chat: one to five stars and perhaps a word. It stands once it was open to
    /// change for a day.
    public record Rating(PersonId by, int score, Optional<String> comment, Instant at) {
        public static final int MOST = 5;
        private static final Duration OPEN = Duration.ofDays(1);

        /// Until when whoever gave it may change it.
        public Instant until() {
            return at.plus(OPEN);
        }
    }

    /// What of the chat's state outsiders see. While it stays the same, nothing has happened as far as they know.
    public record Outside(
            Status status,
            Optional<Reason> reason,
            ChannelId channel,
            Optional<PersonRef> acceptedBy,
            List<Seen> people,
            Optional<Rating> rating) {
        /// A participant as outsiders see him.
        public record Seen(PersonId person, Level level, Participant.State state) {}
    }

    public Outside outside() {
        List<Outside.Seen> people = participants.stream()
                .filter(p -> p.visibleToOutsiders() || addressed(p))
                .map(p -> new Outside.Seen(p.id(), p.level(), p.state()))
                .toList();
        return new Outside(status, reason, toldChannel, acceptedBy, people, rating);
    }

    /// The channel as this audience knows it: where the chat was moved silently, outsiders know an earlier one.
    public ChannelId channel(Audience audience) {
        return audience == Audience.AGENTS ? channel : toldChannel;
    }

    public Optional<Participant> participant(PersonId person) {
        return participants.stream().filter(p -> p.id().equals(person)).findFirst();
    }

    /// The person with the name that `audience` is told in this chat.
    public PersonRef named(PersonRef person, Audience audience, Masking masking) {
        return audience == Audience.AGENTS ? person : masking.person(id, person, mask(person.id()));
    }

    private int mask(PersonId person) {
        return participant(person).map(Participant::mask).orElse(0);
    }

    /// A request to the desk, which any entitled agent may accept; not one addressed to a person.
    public boolean toDesk() {
        return direction == Direction.CUSTOMER || direction == Direction.PUBLIC;
    }

    /// With whom somebody from outside has to do here: the agent who accepted his request, or who asked him.
    public Optional<PersonRef> agent() {
        return toDesk() ? acceptedBy : Optional.of(requester);
    }

    /// Refuses unless `caller`, whose permissions give him `held` in this chat's channel, may do `action` now. Who
    /// may not even read learns nothing of the chat.
    public void require(Action action, Caller caller, Optional<Level> held) {
        Set<Action> may = may(caller, held);
        if (!may.contains(action)) {
            throw refusal(action, caller, may, held);
        }
    }

    private Refusal refusal(Action action, Caller caller, Set<Action> may, Optional<Level> held) {
        boolean couldHave = toDesk() && held.filter(Level.OWNER::equals).isPresent();
        // An outsider competes with nobody, and is not told who came first.
        boolean late = action == Action.ACCEPT && acceptedBy.isPresent() && !caller.outsider();
        if (late && (may.contains(Action.READ) || couldHave)) {
            return Refusal.taken(acceptedBy.get());
        }
        if (!may.contains(Action.READ) && participant(caller.id()).isEmpty()) {
            return new Refusal(Code.NOT_FOUND, "no such chat");
        }
        if (status == Status.CLOSED && action != Action.RATE && action != Action.LEAVE_NOTE) {
            return new Refusal(Code.CHAT_CLOSED, "the chat is closed");
        }
        if (action == Action.LEAVE
                && participant(caller.id()).filter(Participant::active).isPresent()) {
            return status == Status.REQUEST
                    ? new Refusal(Code.NOT_ACCEPTED, "the chat is not accepted yet")
                    : new Refusal(Code.LAST_CONTRIBUTOR, "nobody leaves the customer alone");
        }
        return new Refusal(Code.FORBIDDEN, "not allowed in this chat");
    }

    /// What `caller` may do now.
    public Set<Action> may(Caller caller, Optional<Level> held) {
        Set<Action> may = EnumSet.noneOf(Action.class);
        Optional<Participant> mine = participant(caller.id());
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
        return direction == Direction.AGENT_AGENT
                        && mine.filter(this::addressed).isPresent()
                ? Optional.of(Level.OWNER)
                : held;
    }

    private boolean addressed(Participant someone) {
        return someone.id().equals(requester.id())
                || addressee.filter(a -> a.id().equals(someone.id())).isPresent();
    }

    private void participantMay(Participant me, Set<Action> may) {
        boolean asked = me.id().equals(requester.id());
        if (me.state() != Participant.State.DECLINED) {
            may.add(Action.READ);
        }
        if (me.state() == Participant.State.INVITED && status != Status.CLOSED) {
            may.add(Action.ACCEPT);
            may.add(Action.DECLINE);
        }
        if (status == Status.REQUEST && asked) {
            may.add(Action.POST);
            may.add(Action.WITHDRAW);
        }
        if (status == Status.ACTIVE && me.contributes() && me.person().kind().outsider()) {
            may.addAll(EnumSet.of(Action.POST, Action.LEAVE, Action.CLOSE));
        }
        if (status == Status.CLOSED && tookPart(me)) {
            may.add(Action.RATE);
        }
    }

    /// An outsider with whom somebody talked; a request that nobody answered leaves nothing to rate.
    private boolean tookPart(Participant me) {
        boolean was = me.state() == Participant.State.ACTIVE || me.state() == Participant.State.LEFT;
        return was && me.person().kind().outsider() && acceptedBy.isPresent();
    }

    /// Refuses to tell how long a request will wait, unless the caller asked the desk and nobody has accepted yet.
    public void requireWaits(Caller caller) {
        if (!toDesk() || !requester.id().equals(caller.id())) {
            throw new Refusal(Code.FORBIDDEN, "only whoever asked the desk waits");
        }
        if (status != Status.REQUEST) {
            throw new Refusal(Code.CONFLICT, "the request does not wait any more");
        }
    }

    private void agentMay(Optional<Participant> mine, Optional<Level> held, Set<Action> may) {
        boolean owner = held.filter(Level.OWNER::equals).isPresent();
        boolean writes = mine.filter(Participant::contributes).isPresent()
                && held.filter(h -> h.atLeast(Level.PARTICIPANT)).isPresent();
        switch (status) {
            case REQUEST -> {
                if (owner && toDesk()) {
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
                if (owner && toDesk()) {
                    may.add(Action.READ);
                }
                if (mine.filter(me -> me.level() == Level.OWNER).isPresent()) {
                    may.add(Action.REOPEN);
                }
                if (mine.filter(this::askedInVain).isPresent()
                        && times.noteLeft().isEmpty()) {
                    may.add(Action.LEAVE_NOTE);
                }
            }
        }
    }

    /// Whether he asked somebody in person who did not answer in time.
    boolean askedInVain(Participant someone) {
        return reason.filter(Reason.MISSED::equals).isPresent()
                && addressee.isPresent()
                && requester.id().equals(someone.id());
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
        return me.active() && (!me.contributes() || !hasOutsider() || anotherAgentContributes(me.id()));
    }

    boolean hasOutsider() {
        return participants.stream()
                .anyMatch(p -> p.active() && p.person().kind().outsider());
    }

    private boolean anotherAgentContributes(PersonId me) {
        return participants.stream()
                .anyMatch(p -> p.contributes() && !p.person().kind().outsider() && !p.id().equals(me));
    }

    /// Whether the chat ends when `leaving` goes: no outsider is left in it, or, among agents, nobody to talk to.
    boolean endsWithout(PersonId leaving) {
        boolean outsiderGoes =
                participant(leaving).filter(p -> p.person().kind().outsider()).isPresent();
        long staying = participants.stream()
                .filter(p -> p.contributes() && !p.id().equals(leaving))
                .filter(p -> !outsiderGoes || p.person().kind().outsider())
                .count();
        return outsiderGoes ? staying == 0 : !hasOutsider() && staying < 2;
    }

    /// The newest entry that `audience` may see.
    public Optional<ChatEntry> last(Audience audience) {
        return audience == Audience.AGENTS ? last : lastPublic;
    }

    /// What somebody may be allowed to do in a chat.
    public enum Action {
        READ,
        POST,
        NOTE,
        ACCEPT,
        DECLINE,
        WITHDRAW,
        INVITE,
        CHANGE_CHANNEL,
        OBSERVE,
        PARTICIPATE,
        OWN,
        LEAVE,
        CLOSE,
        RATE,
        REOPEN,
        LEAVE_NOTE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
