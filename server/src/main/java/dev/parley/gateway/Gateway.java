package dev.parley.gateway;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.base.SessionId;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;

/// All open connections: passes notices on to the event loops, looks after what time does to connections, and sends
/// everybody home when the server stops.
@ApplicationScoped
public class Gateway {
    private static final int FIRST = 1;
    private static final long LEAST_RETRY_MILLIS = 500;
    private static final long MOST_RETRY_MILLIS = 3_000;
    private static final long GOODBYE_MILLIS = 100;

    private final Doors doors;
    private final Heads heads;
    private final Workers workers;
    private final ChatNews news;
    private final Viewings viewings;
    private final Map<ScheduledExecutorService, Hub> byLoop = new ConcurrentHashMap<>();
    private final List<Hub> hubs = new CopyOnWriteArrayList<>();
    private final Set<PersonId> presenceDue = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    Gateway(Doors doors, Heads heads, Notices notices) {
        this.doors = doors;
        this.heads = heads;
        this.workers = new Workers(() -> hubs, doors);
        this.news = new ChatNews(workers, doors, heads);
        this.viewings = new Viewings(
                (chat, people) -> workers.everywhere(hub -> hub.showViewing(chat, people)), System::nanoTime);
        notices.subscribe(Notice.Topic.ENTRIES, notice -> entries(new ChatId(notice.id()), notice.head()));
        notices.subscribe(Notice.Topic.CHAT, notice -> news.changed(new ChatId(notice.id())));
        notices.subscribe(Notice.Topic.UNSEEN, notice -> remind(new ChatId(notice.id())));
        notices.subscribe(Notice.Topic.MARKS, notice -> news.marks(new ChatId(notice.id())));
        notices.subscribe(Notice.Topic.PRESENCE, notice -> presenceDue.add(new PersonId(notice.id())));
        notices.subscribe(Notice.Topic.SESSION, notice -> sessionEnded(new SessionId(notice.id())));
        notices.subscribe(Notice.Topic.PERSON, notice -> personChanged(new PersonId(notice.id())));
    }

    /// The hub of an event loop; made when its first connection comes.
    Hub hub(ScheduledExecutorService loop) {
        return byLoop.computeIfAbsent(loop, any -> {
            Hub hub = new Hub(loop, doors, workers, heads, viewings);
            hubs.add(hub);
            return hub;
        });
    }

    boolean draining() {
        return draining;
    }

    private void entries(ChatId chat, long head) {
        heads.heard(chat, head);
        for (Hub hub : hubs) {
            hub.run(() -> hub.heard(chat, head));
        }
    }

    private void remind(ChatId chat) {
        String frame = doors.wire().requestReminder(chat);
        workers.everywhere(hub -> List.copyOf(hub.connections()).stream()
                .filter(connection -> connection.requests().contains(chat))
                .forEach(connection -> connection.write(frame)));
    }

    private void sessionEnded(SessionId session) {
        doors.presences().sessionEnded(session);
        workers.everywhere(hub -> List.copyOf(hub.connections()).stream()
                .filter(connection ->
                        connection.in() && connection.caller().session().equals(session))
                .forEach(connection -> connection.close(CloseCode.SESSION_ENDED, "session_ended")));
    }

    private void personChanged(PersonId person) {
        presenceDue.add(person);
        workers.everywhere(hub -> List.copyOf(hub.of(person)).forEach(connection -> lookAgain(hub, connection)));
    }

    /// Reads the session again: it may be over, or its permissions may have changed.
    private void lookAgain(Hub hub, Connection connection) {
        String token = connection.token();
        workers.blocking(() -> {
            try {
                Caller caller = doors.sessions().caller(token);
                Instant until = doors.sessions().expiresAt(caller.session());
                hub.run(() -> {
                    if (connection.in()) {
                        connection.become(caller, until);
                        if (caller instanceof Caller.Agent agent && connection.follows("requests")) {
                            news.listChanged(hub, connection, agent);
                        }
                        // What the permissions no longer allow is taken off the screen.
                        connection.watches().keySet().forEach(news::changed);
                    }
                });
            } catch (Refusal over) {
                hub.run(() ->
                        connection.close(CloseCode.SESSION_ENDED, over.code().wireName()));
            }
        });
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everySecond() {
        Set<PersonId> due = new HashSet<>();
        presenceDue.removeIf(due::add);
        List<PresenceNews.Change> changed = due.stream()
                .map(person -> new PresenceNews.Change(
                        doors.presences().presence(person), doors.presences().presence(person, true)))
                .toList();
        viewings.forget();
        workers.everywhere(hub -> {
            long now = System.nanoTime();
            Instant time = Instant.now();
            List.copyOf(hub.connections()).forEach(connection -> look(hub, connection, now, time));
            if (!changed.isEmpty()) {
                PresenceNews.tell(hub, changed, doors.wire());
            }
        });
    }

    private void look(Hub hub, Connection connection, long now, Instant time) {
        Pulse pulse = connection.pulse();
        if (!connection.in()) {
            if (connection.unknown() && pulse.lateForHello(now)) {
                connection.close(CloseCode.NO_HELLO, "hello_expected");
            }
            return;
        }
        if (pulse.dead(now)) {
            connection.close(CloseCode.RESTART, "silent");
            return;
        }
        if (pulse.pingDue(now)) {
            connection.ping();
        }
        if (pulse.beatDue(now)) {
            connection.writeHint(Wire.beat());
        }
        hub.writeDown(connection);
        if (time.isAfter(connection.expiresAt())) {
            lookAgain(hub, connection);
        }
    }

    /// Notices may be lost; heads are not. What is watched is compared with the database now and then.
    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compareHeads() {
        workers.everywhere(hub -> {
            List<ChatId> watched = hub.chats().stream().map(Watched::id).toList();
            if (!watched.isEmpty()) {
                workers.blocking(() -> {
                    Map<ChatId, Long> now = doors.chats().heads(watched);
                    hub.run(() -> now.forEach((chat, head) -> behind(hub, chat, head)));
                });
            }
        });
    }

    private static void behind(Hub hub, ChatId chat, long head) {
        if (hub.chat(chat).filter(there -> there.head() < head || there.lags()).isPresent()) {
            hub.heard(chat, head);
        }
    }

    /// Sends everybody home before anything else stops, spread over the drain time so that they do not come back all at
    /// once. Who comes meanwhile is refused; what was written so far is finished after this.
    void drain(@Observes @Priority(FIRST) ShutdownEvent event) {
        draining = true;
        long connections =
                hubs.stream().mapToLong(hub -> hub.connections().size()).sum();
        long spread = Math.min(doors.settings().drain().toMillis(), connections * 2);
        workers.everywhere(hub -> List.copyOf(hub.connections())
                .forEach(connection -> Thread.ofVirtual().start(() -> {
                    pause(ThreadLocalRandom.current().nextLong(spread + 1));
                    hub.run(() -> connection.close(CloseCode.RESTART, "restart", Optional.of(comeBackIn())));
                })));
        pause(spread + GOODBYE_MILLIS);
    }

    private static Duration comeBackIn() {
        return Duration.ofMillis(
                LEAST_RETRY_MILLIS + ThreadLocalRandom.current().nextLong(MOST_RETRY_MILLIS));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
