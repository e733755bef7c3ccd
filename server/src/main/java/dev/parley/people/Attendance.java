package dev.parley.people;

import dev.parley.access.Caller;
import dev.parley.base.PersonRef;
import java.time.Duration;
import java.util.Arrays;

/// One person's connections and the time of his last input. There is one of these for each of many thousand people,
/// so it holds bare values. Guarded by itself.
final class Attendance {
    private static final long CONNECTED = Long.MAX_VALUE;

    private final PersonRef person;
    private Object[] connections = {};
    private long activeAt;
    private long changedAt;
    private long goneAt = CONNECTED;
    private boolean signedOut;
    private PresenceRule.Verdict shown = PresenceRule.Verdict.GONE;
    private PresenceRule.Verdict shownExternally = PresenceRule.Verdict.GONE;

    Attendance(Caller caller, long now) {
        this.person = caller.person();
        this.activeAt = now;
        this.changedAt = now;
    }

    PersonRef person() {
        return person;
    }

    synchronized void connected(Object connection) {
        for (Object known : connections) {
            if (known == connection) {
                return;
            }
        }
        connections = Arrays.copyOf(connections, connections.length + 1);
        connections[connections.length - 1] = connection;
        goneAt = CONNECTED;
        signedOut = false;
    }

    synchronized void disconnected(Object connection, long now, boolean byEnd) {
        Object[] left =
                Arrays.stream(connections).filter(known -> known != connection).toArray();
        if (left.length < connections.length && left.length == 0) {
            goneAt = now;
            signedOut = byEnd;
        }
        connections = left;
    }

    synchronized void active(long now) {
        activeAt = now;
    }

    synchronized boolean connected() {
        return connections.length > 0;
    }

    /// What others see now. Within the grace a lost connection is not noticed.
    synchronized PresenceRule.Verdict verdict(PresenceRule.Readied readied, long now, Duration idleLimit) {
        if (goneAt != CONNECTED && PresenceRule.gone(signedOut, now - goneAt)) {
            return signedOut ? PresenceRule.Verdict.SIGNED_OUT : PresenceRule.Verdict.GONE;
        }
        return PresenceRule.connected(readied, now - activeAt, idleLimit);
    }

    /// Remembers what others see from now on, in chats among agents and in chats with outsiders; says whether it
    /// changed.
    synchronized boolean show(PresenceRule.Verdict internally, PresenceRule.Verdict externally, long now) {
        if (shown == internally && shownExternally == externally) {
            return false;
        }
        if (shown != internally) {
            changedAt = now;
        }
        shown = internally;
        shownExternally = externally;
        return true;
    }

    /// Since when the person is what the verdict says.
    synchronized long since(PresenceRule.Verdict verdict) {
        return switch (verdict) {
            case IDLE -> activeAt;
            case GONE, SIGNED_OUT -> goneAt == CONNECTED ? changedAt : goneAt;
            case ACTIVE, INTERNAL_ONLY, SET_UNAVAILABLE, OUT_OF_OFFICE -> changedAt;
        };
    }
}
