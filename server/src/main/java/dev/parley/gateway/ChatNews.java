package dev.parley.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.Chat.Action;
import dev.parley.chat.Participant;
import dev.parley.chat.RequestView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells connections what has changed about chats, beside their entries: state, participants, marks, and the
/// request list. A notice says which chat; it is read once a node, and each connection gets what its caller may
/// see.
final class ChatNews {
    private final Workers workers;
    private final Doors doors;
    private final Heads heads;
    private final Set<ChatId> reading = ConcurrentHashMap.newKeySet();
    private final Set<ChatId> readingMarks = ConcurrentHashMap.newKeySet();

    private final Cache<ChatId, Long> newest = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(100_000)
            .build();

    ChatNews(Workers workers, Doors doors, Heads heads) {
        this.workers = workers;
        this.doors = doors;
        this.heads = heads;
    }

    /// Notices that come while the chat is waiting to be read are answered by that one reading.
    void changed(ChatId id) {
        if (reading.add(id)) {
            workers.blocking(() -> {
                reading.remove(id);
                doors.chats().found(id).ifPresent(chat -> {
                    newest.asMap().merge(id, chat.head().version(), Math::max);
                    workers.everywhere(hub -> changed(hub, chat));
                });
            });
        }
    }

    void marks(ChatId id) {
        if (readingMarks.add(id)) {
            workers.blocking(() -> {
                readingMarks.remove(id);
                doors.chats().found(id).ifPresent(chat -> workers.everywhere(hub -> marks(hub, chat)));
            });
        }
    }

    private void marks(Hub hub, Chat chat) {
        hub.chat(chat.id()).ifPresent(there -> {
            for (Watch watch : List.copyOf(there.watches())) {
                boolean agents = watch.audience == Audience.AGENTS;
                for (Participant p : chat.participants()) {
                    long read = agents ? p.read().seq() : p.read().publicSeq();
                    if (read > 0 && there.shows(watch, p.id())) {
                        PersonId named = there.named(watch.audience, p.person()).id();
                        watch.connection.writeHint(doors.wire().read(chat.id(), named, read, read));
                    }
                }
            }
        });
    }

    /// On the event loop: who is concerned starts or stops watching. What each is told is drawn off the loop, because
    /// it may ask the database, and written on it again.
    private void changed(Hub hub, Chat chat) {
        if (!hub.chat(chat.id()).map(there -> there.picture(chat)).orElse(true)) {
            return;
        }
        List<Connection> concerned = concerned(hub, chat);
        List<Connection> followers = hub.connections().stream()
                .filter(connection -> connection.follows("requests"))
                .toList();
        concerned.forEach(connection -> begin(hub, connection, chat));
        if (!concerned.isEmpty() || !followers.isEmpty()) {
            workers.blocking(() -> draw(hub, chat, concerned, followers));
        }
    }

    /// Who watches the chat, and whoever takes part in it or is asked to.
    private static List<Connection> concerned(Hub hub, Chat chat) {
        Set<Connection> concerned = new LinkedHashSet<>();
        hub.chat(chat.id()).ifPresent(there -> there.watches().forEach(watch -> concerned.add(watch.connection)));
        chat.participants().forEach(p -> concerned.addAll(hub.of(p.id())));
        return List.copyOf(concerned);
    }

    /// Who has come in is given the log from the entry that says so on, whatever was written until this is known
    /// here; what was said before he fetches as he likes.
    private void begin(Hub hub, Connection connection, Chat chat) {
        chat.participant(connection.person())
                .filter(me -> me.active() && !connection.watches().containsKey(chat.id()))
                .ifPresent(me -> {
                    long head = heads.atLeast(chat.id(), chat.head().seq());
                    long after = me.after().n(Audience.of(connection.caller()));
                    hub.pull(chat.id(), hub.watch(connection, chat, head, after));
                });
    }

    /// What one connection is told; nothing to read means: no longer.
    private record Told(Connection connection, Caller caller, Optional<String> frame, boolean mayRead) {}

    private record Row(Connection connection, boolean takes, Optional<String> added) {}

    private void draw(Hub hub, Chat chat, List<Connection> concerned, List<Connection> followers) {
        List<Told> told =
                concerned.stream().map(connection -> told(connection, chat)).toList();
        List<Row> rows = followers.stream()
                .map(connection -> row(connection, (Caller.Agent) connection.caller(), chat))
                .toList();
        hub.run(() -> {
            if (!overtaken(chat)) {
                told.forEach(one -> tell(hub, one, chat));
                rows.forEach(row -> tell(row, chat));
            }
        });
    }

    /// Pictures of one chat are drawn side by side, and an older one may be ready after a newer one has been told.
    private boolean overtaken(Chat chat) {
        Long version = newest.getIfPresent(chat.id());
        return version != null && version > chat.head().version();
    }

    private Told told(Connection connection, Chat chat) {
        Caller caller = connection.caller();
        boolean mayRead = doors.chats().may(caller, chat).contains(Action.READ);
        boolean knows = mayRead || chat.participant(caller.id()).isPresent();
        return new Told(
                connection,
                caller,
                knows ? Optional.of(doors.wire().chat(doors.views().view(caller, chat))) : Optional.empty(),
                mayRead);
    }

    private Row row(Connection connection, Caller.Agent agent, Chat chat) {
        boolean takes = doors.requests().takes(agent, chat);
        Optional<String> added = takes
                ? Optional.of(doors.wire().requestAdded(doors.requests().request(agent, chat)))
                : Optional.empty();
        return new Row(connection, takes, added);
    }

    private void tell(Hub hub, Told told, Chat chat) {
        if (told.connection().in()) {
            if (told.connection().caller() != told.caller()) {
                // He may see more or less than when this was drawn.
                changed(chat.id());
                return;
            }
            if (isNews(told.connection(), chat)) {
                told.frame().ifPresent(told.connection()::write);
            }
            if (!told.mayRead()) {
                hub.unwatch(told.connection(), chat.id());
            }
        }
    }

    /// What agents do among themselves is no news to an outsider: not even an unchanged picture may come at that
    /// moment.
    private static boolean isNews(Connection connection, Chat chat) {
        Watch watch = connection.watches().get(chat.id());
        if (watch == null || watch.audience == Audience.AGENTS) {
            return true;
        }
        Optional<Chat.Outside> before = watch.told;
        watch.told = Optional.of(chat.outside());
        return !before.equals(watch.told);
    }

    /// A row that joins or leaves the request list of an agent who follows it.
    private void tell(Row row, Chat chat) {
        Connection connection = row.connection();
        if (!connection.in()) {
            return;
        }
        if (row.takes() && connection.requests().add(chat.id())) {
            row.added().ifPresent(connection::write);
        } else if (!row.takes() && connection.requests().remove(chat.id())) {
            PersonId me = connection.person();
            // An invitation to a chat that somebody accepted long ago is not taken by him.
            connection.write(chat.acceptedBy()
                    .filter(by -> chat.participant(me).isEmpty())
                    .map(by -> doors.wire().requestTaken(chat.id(), by))
                    .orElseGet(() -> doors.wire().requestGone(chat.id())));
        }
    }

    /// The agent's availability, channels or permissions have changed: his request list is read again and the
    /// difference told.
    void listChanged(Hub hub, Connection connection, Caller.Agent agent) {
        workers.blocking(() -> {
            List<RequestView> now = doors.requests().requests(agent);
            hub.run(() -> {
                if (connection.in()) {
                    difference(connection, now);
                }
            });
        });
    }

    private void difference(Connection connection, List<RequestView> now) {
        Map<ChatId, RequestView> open = new LinkedHashMap<>();
        now.forEach(request -> open.put(request.chat(), request));
        for (ChatId told : Set.copyOf(connection.requests())) {
            if (!open.containsKey(told)) {
                connection.requests().remove(told);
                connection.write(doors.wire().requestGone(told));
            }
        }
        open.values().stream()
                .filter(request -> connection.requests().add(request.chat()))
                .forEach(request -> connection.write(doors.wire().requestAdded(request)));
    }
}
