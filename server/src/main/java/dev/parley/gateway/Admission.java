package dev.parley.gateway;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.Chat.Action;
import dev.parley.chat.Participant;
import dev.parley.chat.RequestView;
import io.quarkus.logging.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/// Lets connections in: finds out who they are and which chats they take part in, then has them watch these from their
/// cursors on. Whoever waits is looked up together, so that after a restart thousands cost as many statements as a few
/// hundred.
final class Admission {
    private static final int MOST_TOGETHER = 64;
    private static final int BATCHES_AT_ONCE = 2;

    private final Hub hub;
    private final Doors doors;
    private final Workers workers;
    private final Heads heads;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Semaphore batches = new Semaphore(BATCHES_AT_ONCE);

    /// Somebody at the door.
    private record Arrival(Connection connection, Signal.Hello hello, String token) {}

    /// An arrival who may come in.
    private record Known(Arrival arrival, Caller caller, Instant expiresAt) {}

    /// What is read from the database to let somebody in.
    private record Found(
            Known known,
            List<String> pictures,
            Map<ChatId, Chat> chats,
            List<ChatId> unreadable,
            Set<ChatId> requests) {}

    Admission(Hub hub, Doors doors, Workers workers, Heads heads) {
        this.hub = hub;
        this.doors = doors;
        this.workers = workers;
        this.heads = heads;
    }

    void enter(Connection connection, Signal.Hello hello, String cookies) {
        Optional<String> token =
                hello.token().or(() -> hello.as().flatMap(as -> doors.tokens().fromCookieHeader(cookies, as)));
        if (token.isEmpty()) {
            connection.close(CloseCode.NO_HELLO, Code.UNAUTHENTICATED.wireName());
            return;
        }
        arrivals.add(new Arrival(connection, hello, token.get()));
        look();
    }

    private void look() {
        if (!arrivals.isEmpty() && batches.tryAcquire()) {
            workers.blocking(() -> {
                try {
                    admitWaiting();
                } finally {
                    batches.release();
                    look();
                }
            });
        }
    }

    private void admitWaiting() {
        List<Arrival> batch = new ArrayList<>();
        Arrival next = arrivals.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < MOST_TOGETHER ? arrivals.poll() : null;
        }
        try {
            admit(batch);
        } catch (RuntimeException fault) {
            String code = fault instanceof Refusal refused ? refused.code().wireName() : Code.INTERNAL.wireName();
            Log.debug("nobody could be let in", fault);
            batch.forEach(arrival -> hub.run(() -> arrival.connection().close(CloseCode.RESTART, code)));
        }
    }

    private void admit(List<Arrival> batch) {
        doors.sessions().recall(batch.stream().map(Arrival::token).toList());
        List<Known> known =
                batch.stream().map(this::known).flatMap(Optional::stream).toList();
        Map<PersonId, List<Chat>> open =
                doors.chats().open(known.stream().map(k -> k.caller().id()).collect(Collectors.toSet()));
        List<Found> found = known.stream()
                .map(k -> find(k, open.getOrDefault(k.caller().id(), List.of())))
                .toList();
        doors.chats().warm(lowestCursors(found));
        found.forEach(f -> {
            doors.presences().connected(f.known().caller(), f.known().arrival().connection());
            hub.run(() -> welcome(f));
        });
    }

    private Optional<Known> known(Arrival arrival) {
        try {
            Caller caller = doors.sessions().caller(arrival.token());
            return Optional.of(new Known(arrival, caller, doors.sessions().expiresAt(caller.session())));
        } catch (Refusal refused) {
            int code = refused.code() == Code.UNAVAILABLE ? CloseCode.RESTART : CloseCode.NO_HELLO;
            hub.run(() -> arrival.connection().close(code, refused.code().wireName()));
            return Optional.empty();
        }
    }

    private Found find(Known known, List<Chat> open) {
        Caller caller = known.caller();
        Map<ChatId, Chat> chats = new HashMap<>();
        open.forEach(chat -> chats.put(chat.id(), chat));
        List<ChatId> unreadable = new ArrayList<>();
        for (ChatId wanted : known.arrival().hello().cursors().keySet()) {
            if (!chats.containsKey(wanted)) {
                readable(caller, wanted).ifPresentOrElse(chat -> chats.put(wanted, chat), () -> unreadable.add(wanted));
            }
        }
        List<String> pictures = doors.views().views(caller, open).stream()
                .map(doors.wire()::chat)
                .toList();
        return new Found(known, pictures, chats, unreadable, requests(known));
    }

    private Optional<Chat> readable(Caller caller, ChatId id) {
        return doors.chats()
                .found(id)
                .filter(chat -> doors.chats().may(caller, chat).contains(Action.READ));
    }

    private Set<ChatId> requests(Known known) {
        boolean follows = known.arrival().hello().follow().contains("requests");
        if (known.caller() instanceof Caller.Agent agent && follows) {
            return doors.requests().requests(agent).stream()
                    .map(RequestView::chat)
                    .collect(Collectors.toSet());
        }
        return Set.of();
    }

    /// An outsider's number of an entry is never above the agents', so it serves as the lower bound of both.
    private static Map<ChatId, Long> lowestCursors(List<Found> found) {
        Map<ChatId, Long> lowest = new HashMap<>();
        for (Found one : found) {
            one.known().arrival().hello().cursors().forEach((chat, n) -> {
                Chat there = one.chats().get(chat);
                if (there != null && n < there.head().n(Audience.of(one.known().caller()))) {
                    lowest.merge(chat, n, Math::min);
                }
            });
        }
        return lowest;
    }

    private void welcome(Found found) {
        Caller caller = found.known().caller();
        Connection connection = found.known().arrival().connection();
        Signal.Hello hello = found.known().arrival().hello();
        if (!hub.connections().contains(connection)) {
            hub.disconnected(caller, connection);
            return;
        }
        connection.enter(
                caller,
                found.known().arrival().token(),
                hello.follow(),
                found.known().expiresAt());
        hub.entered(connection);
        connection.requests().addAll(found.requests());
        connection.write(doors.wire().welcome(caller.person(), Instant.now()));
        found.pictures().forEach(connection::write);
        found.unreadable()
                .forEach(
                        chat -> connection.refuse(Optional.empty(), Optional.of(chat), Code.NOT_FOUND, "no such chat"));
        connection.catchUp();
        for (Chat chat : found.chats().values()) {
            begin(connection, chat, Optional.ofNullable(hello.cursors().get(chat.id())));
        }
        connection.caughtUp();
        connection.hearWaiting();
    }

    /// Watches from the cursor, or from the head if none was given. The head may have moved since it was read.
    private void begin(Connection connection, Chat chat, Optional<Long> cursor) {
        Audience audience = Audience.of(connection.caller());
        boolean takesPart = chat.participant(connection.person())
                .filter(Participant::active)
                .isPresent();
        if (cursor.isEmpty() && !takesPart) {
            return;
        }
        long from = cursor.map(n -> Math.min(n, chat.head().n(audience)))
                .orElseGet(() -> chat.head().n(audience));
        Watch watch =
                hub.watch(connection, chat, heads.atLeast(chat.id(), chat.head().seq()), from);
        watch.told = Optional.of(chat.outside());
        if (cursor.isPresent()) {
            connection.catchUp();
            watch.owesPage = true;
        } else if (watch.seen < chat.head().seq()) {
            watch.seen = chat.head().seq();
        }
        hub.pull(chat.id(), watch);
    }

    /// Watches a chat that was asked for by `fetch`.
    void watch(Connection connection, ChatId id, long after) {
        Caller caller = connection.caller();
        workers.blocking(() -> {
            Optional<Chat> chat = readable(caller, id);
            hub.run(() -> {
                if (chat.isEmpty()) {
                    connection.refuse(Optional.empty(), Optional.of(id), Code.NOT_FOUND, "no such chat");
                } else if (connection.in()) {
                    Watch watch = hub.watch(
                            connection,
                            chat.get(),
                            heads.atLeast(id, chat.get().head().seq()),
                            after);
                    watch.rewind(after);
                    hub.pull(id, watch);
                }
            });
        });
    }

    /// An agent looks at a chat that his connection does not watch, as in a preview.
    void viewing(Connection connection, ChatId id, Viewings viewings) {
        Caller caller = connection.caller();
        workers.blocking(() -> readable(caller, id).ifPresent(chat -> viewings.looks(id, caller.person())));
    }
}
