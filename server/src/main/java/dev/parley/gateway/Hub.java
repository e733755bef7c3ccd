package dev.parley.gateway;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/// The connections of one event loop and the chats they watch. Everything but `run` and `afterDelivery` is called on
/// that loop, so that no lock and no thread hop lies between a commit and its readers.
final class Hub {
    private final ScheduledExecutorService loop;
    private final Doors doors;
    private final Workers workers;
    private final Admission admission;
    private final Viewings viewings;
    private final DeliveredMarks delivered;

    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();

    // Owned by the event loop.
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Map<PersonId, List<Connection>> people = new HashMap<>();
    private final Map<ChatId, Watched> watched = new LinkedHashMap<>();
    private final Set<Watched> dirty = new LinkedHashSet<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Hub(ScheduledExecutorService loop, Doors doors, Workers workers, Heads heads, Viewings viewings) {
        this.loop = loop;
        this.doors = doors;
        this.workers = workers;
        this.viewings = viewings;
        this.delivered = new DeliveredMarks(loop);
        this.admission = new Admission(this, doors, workers, heads);
    }

    /// Runs `task` on the event loop, together with whatever else has come in until then.
    void run(Runnable task) {
        inbox.add(task);
        if (awake.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    /// Runs `task` on the event loop once the entries of the same commit have been delivered.
    void afterDelivery(Runnable task) {
        run(() -> afterwards.add(task));
    }

    private void drain() {
        awake.set(false);
        for (Runnable task = inbox.poll(); task != null; task = inbox.poll()) {
            guarded(task);
        }
        List<Watched> woken = List.copyOf(dirty);
        dirty.clear();
        woken.forEach(chat -> guarded(() -> {
            chat.deliver();
            delivered.stirred(chat);
        }));
        List<Runnable> rest = List.copyOf(afterwards);
        afterwards.clear();
        rest.forEach(Hub::guarded);
    }

    /// One connection's fault must not stop the others' deliveries.
    static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            Log.error("a delivery failed", fault);
        }
    }

    void open(Connection connection) {
        connections.add(connection);
    }

    Collection<Connection> connections() {
        return connections;
    }

    Collection<Watched> chats() {
        return watched.values();
    }

    Optional<Watched> chat(ChatId id) {
        return Optional.ofNullable(watched.get(id));
    }

    List<Connection> of(PersonId person) {
        return people.getOrDefault(person, List.of());
    }

    void enter(Connection connection, Signal.Hello hello, String cookies) {
        admission.enter(connection, hello, cookies);
    }

    void entered(Connection connection) {
        people.computeIfAbsent(connection.person(), any -> new ArrayList<>(1)).add(connection);
    }

    void gone(Connection connection, boolean wasIn) {
        connections.remove(connection);
        if (!wasIn) {
            return;
        }
        List.copyOf(connection.watches().keySet()).forEach(chat -> unwatch(connection, chat));
        List<Connection> others = people.getOrDefault(connection.person(), new ArrayList<>());
        others.remove(connection);
        if (others.isEmpty()) {
            people.remove(connection.person());
        }
        writeDown(connection);
        disconnected(connection.caller(), connection);
    }

    void disconnected(Caller caller, Connection connection) {
        workers.blocking(() -> doors.presences().disconnected(caller, connection));
    }

    /// A notice: the chat has entries up to `head`.
    void heard(ChatId id, long head) {
        Watched chat = watched.get(id);
        if (chat != null) {
            chat.heard(head);
            dirty.add(chat);
        }
    }

    /// Lets a connection watch a chat it has been let into; it is given what comes after `bookmark`.
    Watch watch(Connection connection, Chat chat, long head, long bookmark) {
        Watched there = watched.computeIfAbsent(
                chat.id(),
                id -> new Watched(
                        id, doors, (which, watch, upTo, then) -> workers.read(this, which, watch, upTo, then)));
        there.picture(chat);
        there.heard(head);
        return connection.watches().computeIfAbsent(chat.id(), id -> {
            Watch watch = new Watch(connection, Audience.of(connection.caller()), bookmark);
            there.watches().add(watch);
            return watch;
        });
    }

    /// Asks whether the caller may read the chat, then watches it from `after` on.
    void watch(Connection connection, ChatId id, long after) {
        admission.watch(connection, id, after);
    }

    void unwatch(Connection connection, ChatId id) {
        Watch watch = connection.watches().remove(id);
        Watched there = watched.get(id);
        if (watch != null && there != null) {
            there.watches().remove(watch);
            if (there.watches().isEmpty()) {
                watched.remove(id);
            }
        }
    }

    void pull(ChatId id, Watch watch) {
        chat(id).ifPresent(there -> there.pull(watch));
    }

    /// The peer reads again: it takes what it lacks.
    void resume(Connection connection) {
        connection.watches().forEach(this::pull);
    }

    void typing(Connection connection, ChatId id) {
        boolean contributes = chat(id).flatMap(Watched::chat)
                .flatMap(chat -> chat.participant(connection.person()))
                .filter(me -> me.contributes())
                .isPresent();
        if (contributes) {
            used(connection);
            workers.everywhere(hub -> hub.showTyping(id, connection.caller().person()));
        }
    }

    private void showTyping(ChatId id, PersonRef who) {
        chat(id).ifPresent(there -> {
            Map<Audience, String> frames = new EnumMap<>(Audience.class);
            for (Watch watch : List.copyOf(there.watches())) {
                if (!watch.connection.person().equals(who.id()) && there.shows(watch, who.id())) {
                    watch.connection.writeHint(frames.computeIfAbsent(
                            watch.audience, audience -> doors.wire().typing(id, there.named(audience, who))));
                }
            }
        });
    }

    /// An agent looks at a chat; the others who could act in it are told.
    void viewing(Connection connection, ChatId id) {
        if (connection.caller().outsider()) {
            throw new Refusal(Code.FORBIDDEN, "for agents only");
        }
        if (connection.watches().containsKey(id)) {
            viewings.looks(id, connection.caller().person());
        } else {
            admission.viewing(connection, id, viewings);
        }
    }

    /// Tells the agents who watch the chat, or have it in their request list.
    void showViewing(ChatId id, List<PersonRef> people) {
        String frame = doors.wire().viewing(id, people);
        for (Connection connection : List.copyOf(connections)) {
            Watch watch = connection.watches().get(id);
            boolean watches = watch != null && watch.audience == Audience.AGENTS;
            if (watches || connection.requests().contains(id)) {
                connection.writeHint(frame);
            }
        }
    }

    /// The person did something: written down now and then, not at every key.
    void used(Connection connection) {
        if (connection.pulse().worthTelling(System.nanoTime())) {
            Caller caller = connection.caller();
            workers.blocking(() -> {
                doors.presences().active(caller);
                doors.sessions().used(caller.session());
            });
        }
    }

    /// Writes down what a connection has read since the last time.
    void writeDown(Connection connection) {
        Map<ChatId, Long> reads = connection.pulse().reads();
        if (!reads.isEmpty()) {
            Map<ChatId, Long> now = Map.copyOf(reads);
            reads.clear();
            Caller caller = connection.caller();
            workers.blocking(() -> now.forEach((chat, n) -> doors.messages().read(caller, chat, n)));
        }
    }
}
