package dev.parley.gateway;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.chat.Audience;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The messages a connection has sent and not been answered yet. Owned by the hub's event loop.
final class Sends {
    private static final int MOST_OFFENCES = 3;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Set<Code> PASSING = EnumSet.of(Code.TOO_FAST, Code.LIMIT, Code.UNAVAILABLE);

    private final Connection connection;
    private final Hub hub;
    private final Doors doors;
    private final Map<UUID, ChatId> inFlight = new HashMap<>(4);
    private final Holds holds = new Holds();
    private final List<Long> offences = new ArrayList<>(0);

    Sends(Connection connection, Hub hub, Doors doors) {
        this.connection = connection;
        this.hub = hub;
        this.doors = doors;
    }

    void send(Signal.Send send) {
        Optional<Code> hold = holds.over(send.chat(), send.id(), System.nanoTime());
        if (!connection.allowed(connection.messages())) {
            hold(send, Code.TOO_FAST);
            offence(Optional.of(send.id()), Optional.of(send.chat()));
        } else if (hold.isPresent()) {
            refuse(send, hold.get(), "an earlier message of this chat was refused and comes first");
        } else if (tooMany(send)) {
            hold(send, Code.LIMIT);
            refuse(send, Code.LIMIT, "too many messages in flight");
        } else {
            post(send);
        }
    }

    /// A repeat of what is in flight is no further message.
    private boolean tooMany(Signal.Send send) {
        return !inFlight.containsKey(send.id())
                && inFlight.values().stream().filter(send.chat()::equals).count() >= Wire.MOST_IN_FLIGHT;
    }

    private void hold(Signal.Send send, Code code) {
        holds.begin(send.chat(), send.id(), code, System.nanoTime());
    }

    private void post(Signal.Send send) {
        try {
            inFlight.put(send.id(), send.chat());
            doors.messages()
                    .post(
                            connection.caller(),
                            send.chat(),
                            send.id(),
                            send.text(),
                            send.note(),
                            outcome -> hub.afterDelivery(() -> answer(send, outcome)));
            hub.used(connection);
        } catch (Refusal refused) {
            inFlight.remove(send.id());
            refuse(send, refused.code(), refused.detail());
        }
    }

    /// The answer to a send that its entry, on its way to this connection, did not give already.
    private void answer(Signal.Send send, Outcome outcome) {
        if (!connection.in()) {
            return;
        }
        boolean open = inFlight.remove(send.id()) != null;
        Audience audience = Audience.of(connection.caller());
        switch (outcome) {
            case Outcome.Stored stored -> {
                holds.stored(send.chat(), send.id());
                if (open) {
                    ChatEntry entry = stored.entry();
                    connection.write(Wire.ack(send.id(), send.chat(), entry.n(audience), entry.at()));
                }
            }
            case Outcome.Repeated repeated -> {
                holds.stored(send.chat(), send.id());
                connection.write(Wire.ack(send.id(), send.chat(), repeated.n(audience), repeated.at()));
            }
            case Outcome.Refused refused -> {
                if (PASSING.contains(refused.code())) {
                    hold(send, refused.code());
                }
                refuse(send, refused.code(), refused.detail());
            }
        }
    }

    /// Writes the ack in place of the entry, if the entry is a message this connection has in flight.
    boolean acknowledge(ChatEntry entry) {
        if (inFlight.isEmpty() || entry.clientId().isEmpty()) {
            return false;
        }
        UUID id = entry.clientId().get();
        boolean own = inFlight.containsKey(id)
                && entry.by().filter(by -> by.id().equals(connection.person())).isPresent();
        if (own) {
            inFlight.remove(id);
            connection.write(Wire.ack(id, entry.chat(), entry.n(Audience.of(connection.caller())), entry.at()));
        }
        return own;
    }

    /// Too fast. The third time within a minute closes the connection.
    void offence(Optional<UUID> id, Optional<ChatId> chat) {
        long now = System.nanoTime();
        offences.removeIf(at -> now - at > MINUTE);
        offences.add(now);
        connection.refuse(id, chat, Code.TOO_FAST, "slower, please");
        if (offences.size() >= MOST_OFFENCES) {
            connection.close(CloseCode.TOO_FAST, Code.TOO_FAST.wireName());
        }
    }

    private void refuse(Signal.Send send, Code code, String detail) {
        connection.refuse(Optional.of(send.id()), Optional.of(send.chat()), code, detail);
    }
}
