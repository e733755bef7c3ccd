package dev.parley.notification;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.chat.Chat;
import dev.parley.chat.Chats;
import dev.parley.people.OwnSettings;
import dev.parley.people.People;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Agents who have no page open, but a browser that can be pushed to or the wish for mail: what happens for them in any
/// chat is pushed and mailed. An open page, in the background or not, notifies by itself.
@ApplicationScoped
public class AbsentAgents {
    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_CHATS_WAITING = 1_000;

    private final Chats chats;
    private final People people;
    private final OwnSettings own;
    private final Subscriptions subscriptions;
    private final Pushes pushes;
    private final AbsentMail mail;
    private final Clock clock;
    private final Set<ChatId> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private volatile Set<PersonId> absent = Set.of();

    AbsentAgents(
            Chats chats,
            People people,
            OwnSettings own,
            Subscriptions subscriptions,
            Pushes pushes,
            AbsentMail mail,
            Clock clock) {
        this.chats = chats;
        this.people = people;
        this.own = own;
        this.subscriptions = subscriptions;
        this.pushes = pushes;
        this.mail = mail;
        this.clock = clock;
    }

    void listen(@Observes StartupEvent started, Notices notices) {
        notices.subscribe(Notice.Topic.CHAT, notice -> happened(new ChatId(notice.id())));
        notices.subscribe(Notice.Topic.ENTRIES, notice -> happened(new ChatId(notice.id())));
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        absent = Stream.concat(subscriptions.agents().stream(), mail.wanted().stream())
                .filter(agent -> !people.connected(agent))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// On the teller's thread, for every message there is: most of the time nobody is absent.
    private void happened(ChatId chat) {
        if (!absent.isEmpty() && waiting.size() < MOST_CHATS_WAITING && waiting.add(chat)) {
            Thread.ofVirtual().start(() -> {
                places.acquireUninterruptibly();
                try {
                    waiting.remove(chat);
                    chats.found(chat).ifPresent(this::tell);
                } catch (RuntimeException failed) {
                    Log.error("what happened in a chat could not be pushed", failed);
                } finally {
                    places.release();
                }
            });
        }
    }

    private void tell(Chat chat) {
        Map<PersonId, Happening> happenings = new HashMap<>();
        for (PersonId agent : absent) {
            if (!people.connected(agent)) {
                Happening.of(chat, agent, people.takes(agent).contains(chat.channel()))
                        .ifPresent(happening -> happenings.put(agent, happening));
            }
        }
        if (!happenings.isEmpty()) {
            List<OwnSettings.Recipient> awake = own.awake(happenings.keySet(), clock.instant());
            mail.mail(awake, happenings);
            pushes.push(awake, happenings);
        }
    }
}
