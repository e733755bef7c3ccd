package dev.parley.gateway;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One open socket or poll: who it is, what it watches, what it has under way. Owned by the hub's event loop, and so
/// are all its methods.
///
/// | in | event | becomes |
/// |---|---|---|
/// | new | `hello` | entering |
/// | new | 5 s pass, any other frame | closed |
/// | entering | session and chats found | in |
/// | entering | no session | closed |
/// | in | frames | in |
/// | any | peer gone, session ended, limits, drain | closed |
final class Connection {
    private static final int MOST_WAITING = 64;
    private static final int MOST_WRITTEN_WHILE_FULL = 256;

    private enum State {
        NEW,
        ENTERING,
        IN,
        CLOSED
    }

    private final Hub hub;
    private final Transport transport;
    private final Doors doors;
    private final String cookies;

    private State state = State.NEW;
    private Optional<Entered> entered = Optional.empty();
    private final List<String> waiting = new ArrayList<>(0);
    private final Map<ChatId, Watch> watches = new HashMap<>(4);
    private final Sends sends;
    private final Set<ChatId> requests = new HashSet<>(0);
    private final Pulse pulse;
    private int catchingUp;
    private int writtenWhileFull;

    Connection(Hub hub, Transport transport, Doors doors, String cookies) {
        this.hub = hub;
        this.transport = transport;
        this.doors = doors;
        this.cookies = cookies;
        this.pulse = new Pulse(System.nanoTime());
        this.sends = new Sends(this, hub, doors);
    }

    boolean in() {
        return state == State.IN;
    }

    /// It has not said who it is.
    boolean unknown() {
        return state == State.NEW;
    }

    Caller caller() {
        return entered.orElseThrow().caller();
    }

    PersonId person() {
        return caller().id();
    }

    String token() {
        return entered.orElseThrow().token();
    }

    Instant expiresAt() {
        return entered.orElseThrow().expiresAt();
    }

    boolean follows(String what) {
        return in() && entered.orElseThrow().follow().contains(what) && !caller().outsider();
    }

    Pulse pulse() {
        return pulse;
    }

    Map<ChatId, Watch> watches() {
        return watches;
    }

    /// The requests this connection has been told of and not yet told the end of.
    Set<ChatId> requests() {
        return requests;
    }

    void received(String frame) {
        pulse.heard(System.nanoTime());
        switch (state) {
            case NEW -> hello(frame);
            case ENTERING -> {
                if (waiting.size() < MOST_WAITING) {
                    waiting.add(frame);
                } else {
                    close(CloseCode.TOO_FAST, Code.TOO_FAST.wireName());
                }
            }
            case IN -> signal(frame);
            case CLOSED -> {}
        }
    }

    private void hello(String frame) {
        try {
            if (SignalReader.read(frame) instanceof Signal.Hello hello) {
                state = State.ENTERING;
                hub.enter(this, hello, cookies);
            } else {
                close(CloseCode.NO_HELLO, "hello_expected");
            }
        } catch (Refusal malformed) {
            close(CloseCode.MALFORMED, malformed.code().wireName());
        }
    }

    /// Lets the caller in. Whatever he said meanwhile is heard now.
    void enter(Caller caller, String token, Set<String> follow, Instant expiresAt) {
        long now = System.nanoTime();
        entered = Optional.of(new Entered(
                caller,
                token,
                follow,
                Allowance.forMessages(caller, doors.settings().rate(), now),
                Allowance.forSignals(now),
                expiresAt));
        state = State.IN;
    }

    /// Hears what was said while the caller was let in.
    void hearWaiting() {
        List<String> frames = List.copyOf(waiting);
        waiting.clear();
        frames.forEach(this::received);
    }

    /// The same person with the permissions he has now.
    void become(Caller caller, Instant expiresAt) {
        entered = entered.map(was -> was.as(caller, expiresAt));
    }

    private void signal(String frame) {
        try {
            Signal signal = SignalReader.read(frame);
            if (signal instanceof Signal.Send send) {
                sends.send(send);
            } else if (allowed(entered.orElseThrow().signals())) {
                other(signal);
            } else {
                sends.offence(Optional.empty(), Optional.empty());
            }
        } catch (Refusal refused) {
            refuse(Optional.empty(), Optional.empty(), refused.code(), refused.detail());
        }
    }

    private void other(Signal signal) {
        switch (signal) {
            case Signal.Hello hello -> throw new Refusal(Code.MALFORMED, "hello is said once");
            case Signal.Send send -> sends.send(send);
            case Signal.Typing typing -> hub.typing(this, typing.chat());
            case Signal.Read read -> {
                pulse.reads().merge(read.chat(), read.n(), Math::max);
                hub.used(this);
            }
            case Signal.Fetch fetch -> fetch(fetch);
            case Signal.Viewing viewing -> hub.viewing(this, viewing.chat());
            case Signal.Active active -> hub.used(this);
        }
    }

    Sends sends() {
        return sends;
    }

    Allowance messages() {
        return entered.orElseThrow().messages();
    }

    private void fetch(Signal.Fetch fetch) {
        Watch watch = watches.get(fetch.chat());
        if (watch == null) {
            hub.watch(this, fetch.chat(), fetch.after());
        } else {
            watch.rewind(fetch.after());
            hub.pull(fetch.chat(), watch);
        }
    }

    boolean allowed(Allowance allowance) {
        return !doors.settings().limits() || allowance.take(System.nanoTime());
    }

    void refuse(Optional<UUID> id, Optional<ChatId> chat, Code code, String detail) {
        write(doors.wire().refused(id, chat, code, detail));
    }

    /// One more chat whose first page this connection waits for before it is live.
    void catchUp() {
        catchingUp++;
    }

    void caughtUp() {
        if (catchingUp > 0) {
            catchingUp--;
            liveIfCaughtUp();
        }
    }

    void liveIfCaughtUp() {
        if (catchingUp == 0) {
            catchingUp = -1;
            write(Wire.live());
        }
    }

    boolean full() {
        return transport.full();
    }

    /// Goes on once there is room again. Never at once: a transport may find room in the middle of a write, and
    /// whoever is writing has not moved his bookmark yet.
    void resumeWhenDrained() {
        transport.whenDrained(() -> hub.run(() -> {
            writtenWhileFull = 0;
            hub.resume(this);
        }));
    }

    /// Writes a frame the peer must have; a peer that does not read is closed rather than served from an endless
    /// queue.
    void write(String frame) {
        if (state == State.CLOSED) {
            return;
        }
        if (transport.full() && ++writtenWhileFull > MOST_WRITTEN_WHILE_FULL) {
            close(CloseCode.TOO_SLOW, "slow");
            return;
        }
        pulse.said(System.nanoTime());
        transport.write(frame);
    }

    /// Writes a frame that may be lost: typing, presence, marks.
    void writeHint(String frame) {
        if (!transport.full()) {
            write(frame);
        }
    }

    void ping() {
        transport.ping();
    }

    /// Says why, and closes.
    void close(int closeCode, String code) {
        close(closeCode, code, Optional.empty());
    }

    void close(int closeCode, String code, Optional<Duration> retryIn) {
        if (state != State.CLOSED) {
            if (!transport.full()) {
                transport.write(doors.wire().bye(code, retryIn));
            }
            transport.close(closeCode);
            gone();
        }
    }

    /// The peer is gone, or was sent away.
    void gone() {
        if (state != State.CLOSED) {
            boolean wasIn = state == State.IN;
            state = State.CLOSED;
            hub.gone(this, wasIn);
        }
    }
}
