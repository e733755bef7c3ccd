package dev.parley.gateway;

import dev.parley.access.Caller;
import dev.parley.access.Me;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.Chat.Action;
import dev.parley.chat.ChatView;
import dev.parley.chat.Participant;
import dev.parley.chat.RequestView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets a connection in: finds out who it is and which chats it takes part in, then has it watch them from its
/// cursors on.
final class Admission {
    private final Hub hub;
    private final Doors doors;
    private final Workers workers;
    private final Heads heads;

    Admission(Hub hub, Doors doors, Workers workers, Heads heads) {
        this.hub = hub;
        this.doors = doors;
        this.workers = workers;
        this.heads = heads;
    }

    /// What is read from the database to let somebody in.
    private record Found(
            Caller caller,
            String token,
            Instant expiresAt,
            Me me,
            List<ChatView> open,
            Map<ChatId, Chat> chats,
            List<ChatId> unreadable,
            Set<ChatId> requests) {}

    void enter(Connection connection, Signal.Hello hello, String cookies) {
        workers.blocking(() -> {
            try {
                Found found = find(hello, cookies);
                doors.presences().connected(found.caller(), connection);
                hub.run(() -> welcome(connection, hello, found));
            } catch (Refusal refused) {
                int code = refused.code() == Code.UNAVAILABLE ? CloseCode.RESTART : CloseCode.NO_HELLO;
                hub.run(() -> connection.close(code, refused.code().wireName()));
            } catch (RuntimeException fault) {
                hub.run(() -> connection.close(CloseCode.RESTART, Code.INTERNAL.wireName()));
                throw fault;
            }
        });
    }

    private Found find(Signal.Hello hello, String cookies) {
        String token = hello.token()
                .or(() -> hello.as().flatMap(as -> doors.tokens().fromCookieHeader(cookies, as)))
                .orElseThrow(() -> new Refusal(Code.UNAUTHENTICATED, "sign in first"));
        Caller caller = doors.sessions().caller(token);
        List<Chat> open = doors.chats().open(caller);
        Map<ChatId, Chat> chats = new HashMap<>();
        open.forEach(chat -> chats.put(chat.id(), chat));
        List<ChatId> unreadable = new ArrayList<>();
        for (ChatId wanted : hello.cursors().keySet()) {
            if (!chats.containsKey(wanted)) {
                readable(caller, wanted).ifPresentOrElse(chat -> chats.put(wanted, chat), () -> unreadable.add(wanted));
            }
        }
        return new Found(
                caller,
                token,
                doors.sessions().expiresAt(caller.session()),
                doors.mes().me(caller),
                doors.views().views(caller, open),
                chats,
                unreadable,
                requests(caller, hello));
    }

    private Optional<Chat> readable(Caller caller, ChatId id) {
        return doors.chats()
                .found(id)
                .filter(chat -> doors.chats().may(caller, chat).contains(Action.READ));
    }

    private Set<ChatId> requests(Caller caller, Signal.Hello hello) {
        if (caller instanceof Caller.Agent agent && hello.follow().contains("requests")) {
            return Set.copyOf(doors.requests().requests(agent).stream()
                    .map(RequestView::chat)
                    .toList());
        }
        return Set.of();
    }

    private void welcome(Connection connection, Signal.Hello hello, Found found) {
        if (!hub.connections().contains(connection)) {
            hub.disconnected(found.caller(), connection);
            return;
        }
        connection.enter(found.caller(), found.token(), hello.follow(), found.expiresAt());
        hub.entered(connection);
        connection.requests().addAll(found.requests());
        connection.write(doors.wire().welcome(found.me(), Instant.now()));
        found.open().forEach(view -> connection.write(doors.wire().chat(view)));
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
}
