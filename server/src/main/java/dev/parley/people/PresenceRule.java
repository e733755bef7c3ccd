package dev.parley.people;

import java.time.Duration;

/// How presence follows from what is known of a person.
///
/// | state | when |
/// |---|---|
/// | offline | signed out, or without a connection for longer than the grace |
/// | unavailable | connected, and out of office, set unavailable, or internal only where the chat is external |
/// | away | connected, without activity for the idle limit |
/// | available | connected and active |
///
/// Customer users and public users have no availability: they are available, away or offline.
final class PresenceRule {
    /// Time to reconnect before a person is shown as offline.
    static final Duration GRACE = Duration.ofSeconds(30);

    /// What an agent's choice and absence make of him; people without a choice are always there for it.
    enum Readied {
        THERE,
        INTERNAL_ONLY,
        SET_UNAVAILABLE,
        OUT_OF_OFFICE
    }

    /// A state with its reason.
    enum Verdict {
        ACTIVE(Presence.State.AVAILABLE, Presence.Reason.ACTIVE),
        IDLE(Presence.State.AWAY, Presence.Reason.IDLE),
        INTERNAL_ONLY(Presence.State.UNAVAILABLE, Presence.Reason.INTERNAL_ONLY),
        SET_UNAVAILABLE(Presence.State.UNAVAILABLE, Presence.Reason.SET_UNAVAILABLE),
        OUT_OF_OFFICE(Presence.State.UNAVAILABLE, Presence.Reason.OUT_OF_OFFICE),
        GONE(Presence.State.OFFLINE, Presence.Reason.GONE),
        SIGNED_OUT(Presence.State.OFFLINE, Presence.Reason.SIGNED_OUT);

        private final Presence.State state;
        private final Presence.Reason reason;

        Verdict(Presence.State state, Presence.Reason reason) {
            this.state = state;
            this.reason = reason;
        }

        Presence.State state() {
            return state;
        }

        Presence.Reason reason() {
            return reason;
        }
    }

    private PresenceRule() {}

    /// A person who is connected, or was within the grace.
    static Verdict connected(Readied readied, long idleMillis, Duration idleLimit) {
        return switch (readied) {
            case OUT_OF_OFFICE -> Verdict.OUT_OF_OFFICE;
            case SET_UNAVAILABLE -> Verdict.SET_UNAVAILABLE;
            case INTERNAL_ONLY -> Verdict.INTERNAL_ONLY;
            case THERE -> idleMillis >= idleLimit.toMillis() ? Verdict.IDLE : Verdict.ACTIVE;
        };
    }

    /// A person without a connection since so many milliseconds; empty-handed within the grace.
    static boolean gone(boolean signedOut, long withoutConnectionMillis) {
        return signedOut || withoutConnectionMillis > GRACE.toMillis();
    }

    /// What an agent is for a chat among agents, or for one with an outsider.
    static Readied readied(Availability availability, boolean absent, boolean external) {
        if (absent) {
            return Readied.OUT_OF_OFFICE;
        }
        return switch (availability) {
            case UNAVAILABLE -> Readied.SET_UNAVAILABLE;
            case INTERNAL -> external ? Readied.INTERNAL_ONLY : Readied.THERE;
            case EXTERNAL -> Readied.THERE;
        };
    }
}
