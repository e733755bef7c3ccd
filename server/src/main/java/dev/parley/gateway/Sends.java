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
    private final Map<UUID, Flight> inFlight = new HashMap<>(4);
    private final Holds holds = new Holds();
    private final List<Long> offences = new ArrayList<>(0);
    private long arrivals;

    /// A message under way to the database, which came as the `arrival`th of this connection.
    private record Flight(ChatId chat, long arrival) {}

    Sends(Connection connection, Hub hub, Doors doors) {
        this.connection = connection;
        this.hub = hub;
        this.doors = doors;
    }

    void send(Signal.Send send) {
        arrivals++;
        Optional<Code> hold = holds.over(send.chat(), send.id(), arrivals, System.nanoTime());
        if (!connection.allowed(connection.messages())) {
            hold(send, arrivals, Code.TOO_FAST);
            offence(Optional.of(send.id()), Optional.of(send.chat()));
        } else if (hold.isPresent()) {
            refuse(send, hold.get(), "an earlier message of this chat was refused and comes first");
        } else if (tooMany(send)) {
            hold(send, arrivals, Code.LIMIT);
            refuse(send, Code.LIMIT, "too many messages in flight");
        } else {
            post(send);
        }
    }

    /// A repeat of what is in flight is no further message.
    private boolean tooMany(Signal.Send send) {
        return !inFlight.containsKey(send.id())
                && inFlight.values().stream()
                                .filter(flight -> flight.chat().equals(send.chat()))
                                .count()
                        >= Wire.MOST_IN_FLIGHT;
    }

    private void hold(Signal.Send send, long arrival, Code code) {
        holds.begin(send.chat(), send.id(), code, arrival, System.nanoTime());
    }

    private void post(Signal.Send send) {
        try {
            inFlight.putIfAbsent(send.id(), new Flight(send.chat(), arrivals));
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
        Optional<Flight> open = Optional.ofNullable(inFlight.remove(send.id()));
        Audience audience = Audience.of(connection.caller());
        switch (outcome) {
            case Outcome.Stored stored -> {
                holds.stored(send.chat(), send.id());
                if (open.isPresent()) {
                    ChatEntry entry = stored.entry();
                    connection.write(Wire.ack(send.id(), send.chat(), entry.n(audience), entry.at()));
                }
            }
            case Outcome.Repeated repeated -> {
                holds.stored(send.chat(), send.id());
                connection.write(Wire.ack(send.id(), send.chat(), repeated.n(audience), repeated.at()));
            }
            case Outcome.Refused refused -> {
                boolean passing = PASSING.contains(refused.code());
                if (passing) {
                    open.ifPresent(flight -> hold(send, flight.arrival(), refused.code()));
                }
                // Given up by the writer, and yet its entry was here: it is answered.
                if (!passing || open.isPresent()) {
                    refuse(send, refused.code(), refused.detail());
                }
            }
        }
    }

    /// Writes the ack in place of the entry, if the entry is a message this connection has in flight.
    boolean acknowledge(ChatEntry entry) {
        boolean waits = !inFlight.isEmpty() || !holds.none();
        if (!waits || entry.clientId().isEmpty() || !own(entry)) {
            return false;
        }
        UUID id = entry.clientId().get();
        holds.stored(entry.chat(), id);
        boolean open = inFlight.remove(id) != null;
        if (open) {
            connection.write(Wire.ack(id, entry.chat(), entry.n(Audience.of(connection.caller())), entry.at()));
        }
        return open;
    }

    private boolean own(ChatEntry entry) {
        return entry.by().filter(by -> by.id().equals(connection.person())).isPresent();
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
