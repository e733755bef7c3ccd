package dev.parley.gateway;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.chat.Audience;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.Outcome;
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
    private static final int MOST_OFFENCES = 3;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

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
    private final Map<UUID, ChatId> inFlight = new HashMap<>(4);
    private final Set<ChatId> requests = new HashSet<>(0);
    private final Pulse pulse;
    private int catchingUp;
    private int writtenWhileFull;
    private final List<Long> offences = new ArrayList<>(0);

    Connection(Hub hub, Transport transport, Doors doors, String cookies) {
        this.hub = hub;
        this.transport = transport;
        this.doors = doors;
        this.cookies = cookies;
        this.pulse = new Pulse(System.nanoTime());
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
                caller, token, follow, Allowance.forMessages(caller, now), Allowance.forSignals(now), expiresAt));
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
                send(send);
            } else if (allowed(entered.orElseThrow().signals())) {
                other(signal);
            } else {
                offence(Optional.empty(), Optional.empty());
            }
        } catch (Refusal refused) {
            refuse(Optional.empty(), Optional.empty(), refused.code(), refused.detail());
        }
    }

    private void other(Signal signal) {
        switch (signal) {
            case Signal.Hello hello -> throw new Refusal(Code.MALFORMED, "hello is said once");
            case Signal.Send send -> send(send);
            case Signal.Typing typing -> hub.typing(this, typing.chat());
            case Signal.Read read -> {
                pulse.reads().merge(read.chat(), read.n(), Math::max);
                hub.used(this);
            }
            case Signal.Fetch fetch -> fetch(fetch);
            case Signal.Active active -> hub.used(this);
        }
    }

    private void send(Signal.Send send) {
        Optional<UUID> id = Optional.of(send.id());
        Optional<ChatId> chat = Optional.of(send.chat());
        if (!allowed(entered.orElseThrow().messages())) {
            offence(id, chat);
        } else if (inFlight.values().stream().filter(send.chat()::equals).count() >= Wire.MOST_IN_FLIGHT) {
            refuse(id, chat, Code.LIMIT, "too many messages in flight");
        } else {
            try {
                inFlight.put(send.id(), send.chat());
                doors.messages()
                        .post(
                                caller(),
                                send.chat(),
                                send.id(),
                                send.text(),
                                send.note(),
                                outcome -> hub.afterDelivery(() -> answer(send, outcome)));
                hub.used(this);
            } catch (Refusal refused) {
                inFlight.remove(send.id());
                refuse(id, chat, refused.code(), refused.detail());
            }
        }
    }

    /// The answer to a send that its entry, on its way to this connection, did not give already.
    private void answer(Signal.Send send, Outcome outcome) {
        if (state != State.IN) {
            return;
        }
        boolean open = inFlight.remove(send.id()) != null;
        Audience audience = Audience.of(caller());
        switch (outcome) {
            case Outcome.Stored stored -> {
                if (open) {
                    write(Wire.ack(
                            send.id(),
                            send.chat(),
                            stored.entry().n(audience),
                            stored.entry().at()));
                }
            }
            case Outcome.Repeated repeated ->
                write(Wire.ack(send.id(), send.chat(), repeated.n(audience), repeated.at()));
            case Outcome.Refused refused ->
                refuse(Optional.of(send.id()), Optional.of(send.chat()), refused.code(), refused.detail());
        }
    }

    /// Writes the ack in place of the entry, if the entry is a message this connection has in flight.
    boolean acknowledge(ChatEntry entry) {
        if (inFlight.isEmpty() || entry.clientId().isEmpty()) {
            return false;
        }
        UUID id = entry.clientId().get();
        boolean own = inFlight.containsKey(id)
                && entry.by().filter(by -> by.id().equals(person())).isPresent();
        if (own) {
            inFlight.remove(id);
            write(Wire.ack(id, entry.chat(), entry.n(Audience.of(caller())), entry.at()));
        }
        return own;
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

    private boolean allowed(Allowance allowance) {
        return !doors.settings().limits() || allowance.take(System.nanoTime());
    }

    private void offence(Optional<UUID> id, Optional<ChatId> chat) {
        long now = System.nanoTime();
        offences.removeIf(at -> now - at > MINUTE);
        offences.add(now);
        refuse(id, chat, Code.TOO_FAST, "slower, please");
        if (offences.size() >= MOST_OFFENCES) {
            close(CloseCode.TOO_FAST, Code.TOO_FAST.wireName());
        }
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

    void resumeWhenDrained() {
        transport.whenDrained(() -> {
            writtenWhileFull = 0;
            hub.resume(this);
        });
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
        pulse.said();
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
