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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One conversation: its channel, requester, participants and heads. What anybody may do in it, its rules say;
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

    /// Whether the chat is between him and somebody else: he asked for it, or is whom it was asked of.
    boolean addressed(Participant someone) {
        return someone.id().equals(requester.id())
                || addressee.filter(a -> a.id().equals(someone.id())).isPresent();
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

    /// What `caller`, whose permissions give him `held` in this chat's channel, may do now.
    public Set<Action> may(Caller caller, Optional<Level> held) {
        return new ChatRules(this).may(caller, held);
    }

    /// Refuses unless `caller` may do `action` now. Who may not even read learns nothing of the chat.
    public void require(Action action, Caller caller, Optional<Level> held) {
        new ChatRules(this).require(action, caller, held);
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

    /// Whether he asked somebody in person who did not answer in time.
    boolean askedInVain(Participant someone) {
        return reason.filter(Reason.MISSED::equals).isPresent()
                && addressee.isPresent()
                && requester.id().equals(someone.id());
    }

    boolean hasOutsider() {
        return participants.stream()
                .anyMatch(p -> p.active() && p.person().kind().outsider());
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
