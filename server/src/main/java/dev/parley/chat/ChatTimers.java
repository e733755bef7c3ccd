package dev.parley.chat;

import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.chat.ChatSteps.Step;
import dev.parley.chat.EntryStore.Line;
import dev.parley.people.People;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import dev.parley.storage.Tx;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What time does to chats: nobody has answered yet, a request is missed, the outsider has gone. Each look is
/// repeated every few seconds and decides again under the chat's lock, so that missing one, or two nodes looking at
/// once, does no harm.
@ApplicationScoped
public class ChatTimers {
    private static final int MOST_AT_ONCE = 200;

    private static final String UNANSWERED = """
            select c.id from chat c join chat_channel h on h.id = c.channel_id
             where c.status = 'request' and c.direction in ('customer', 'public') and not c.no_answer_told
               and c.created_at + h.no_answer_after < :now
             limit :most
            """;
    private static final String MISSED = """
            select c.id from chat c join chat_channel h on h.id = c.channel_id
             where c.status = 'request' and c.created_at + h.missed_after < :now
             limit :most
            """;
    private static final String LAPSED = """
            select p.chat_id, p.person_id, p.since
              from participant p
              join chat c on c.id = p.chat_id and c.status = 'active'
              join chat_channel h on h.id = c.channel_id
             where p.state = 'invited' and p.since + h.missed_after < :now
             limit :most
            """;
    private static final String GONE = """
            select c.id from chat c join chat_channel h on h.id = c.channel_id
             where c.status = 'active' and c.direction <> 'agent_agent' and (:close or not c.idle_warned)
               and :now > (
                   select max(p.gone_at) from participant p join person w on w.id = p.person_id
                    where p.chat_id = c.id and p.state = 'active' and w.kind <> 'agent'
                   having count(*) = count(p.gone_at))
                   + case when :close then h.idle_close_after else h.idle_warning_after end
             limit :most
            """;
    private static final String OUTSIDERS = """
            select p.chat_id, p.person_id, p.gone_at
              from chat c
              join participant p on p.chat_id = c.id and p.state = 'active'
              join person w on w.id = p.person_id and w.kind <> 'agent'
             where c.status <> 'closed'
            """;
    private static final String MARK_GONE = """
            update participant p set gone_at = :at
              from unnest(:chats, :people) as o(chat_id, person_id)
             where p.chat_id = o.chat_id and p.person_id = o.person_id
            """;

    // Who was warned and came back is warned again before the chat is closed for his next absence.
    private static final String WARN_AGAIN = """
            update chat set idle_warned = false where id = any(:chats) and idle_warned
            """;

    private final Database database;
    private final ChatSteps steps;
    private final People people;
    private final DeskSettings settings;
    private final Clock clock;

    ChatTimers(Database database, ChatSteps steps, People people, DeskSettings settings, Clock clock) {
        this.database = database;
        this.steps = steps;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        markWhoIsGone();
        each(UNANSWERED, this::tellNoAnswer);
        each(MISSED, ChatTimers::miss);
        lapsed().forEach(invitation -> steps.change(new ChatId(invitation.chat()), step -> lapse(step, invitation)));
        eachGone(false, ChatTimers::warn);
        eachGone(true, ChatTimers::timeOut);
    }

    /// In the desk's own words, if it has some; else each page has its own.
    private void tellNoAnswer(Step step) {
        if (step.chat().status() == Chat.Status.REQUEST && flag(step, "no_answer_told")) {
            step.say(Line.product(ChatEntry.Kind.NO_ANSWER_YET).saying(settings.value(DeskSetting.NO_ANSWER)));
        }
    }

    private static void miss(Step step) {
        if (step.chat().status() == Chat.Status.REQUEST) {
            step.close(Chat.Reason.MISSED, Line.product(ChatEntry.Kind.CLOSED));
        }
    }

    private record Invitation(UUID chat, UUID person, Instant since) {}

    private List<Invitation> lapsed() {
        return database.read(handle -> handle.createQuery(LAPSED)
                .bind("now", clock.instant())
                .bind("most", MOST_AT_ONCE)
                .map((row, context) -> new Invitation(
                        row.getObject("chat_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        Rows.instant(row, "since")))
                .list());
    }

    /// An invitation that nobody answered is over, as if it had been declined, but nobody said so.
    private static void lapse(Step step, Invitation invitation) {
        step.chat()
                .participant(new PersonId(invitation.person()))
                .filter(p -> p.state() == Participant.State.INVITED && p.since().equals(invitation.since()))
                .ifPresent(p -> {
                    step.place(new ChatChanges.Place(p.id(), p.level(), Participant.State.DECLINED));
                    step.say(Line.product(ChatEntry.Kind.DECLINED).about(p.id()).internalIf(true));
                });
    }

    private static void warn(Step step) {
        if (step.chat().status() == Chat.Status.ACTIVE && flag(step, "idle_warned")) {
            step.say(Line.product(ChatEntry.Kind.IDLE_WARNING));
        }
    }

    private static void timeOut(Step step) {
        if (step.chat().status() == Chat.Status.ACTIVE) {
            step.close(Chat.Reason.TIMEOUT, Line.product(ChatEntry.Kind.CLOSED));
        }
    }

    /// Raises the flag; false if another look was first.
    private static boolean flag(Step step, String column) {
        return step.tx()
                        .handle()
                        .createUpdate("update chat set <column> = true where id = :chat and not <column>")
                        .define("column", column)
                        .bind("chat", step.chat().id().value())
                        .execute()
                == 1;
    }

    private void each(String sql, Consumer<Step> change) {
        List<UUID> due = database.read(handle -> handle.createQuery(sql)
                .bind("now", clock.instant())
                .bind("most", MOST_AT_ONCE)
                .mapTo(UUID.class)
                .list());
        due.forEach(id -> steps.change(new ChatId(id), change));
    }

    private void eachGone(boolean close, Consumer<Step> change) {
        List<UUID> due = database.read(handle -> handle.createQuery(GONE)
                .bind("now", clock.instant())
                .bind("close", close)
                .bind("most", MOST_AT_ONCE)
                .mapTo(UUID.class)
                .list());
        due.forEach(id -> steps.change(new ChatId(id), change));
    }

    private record Outsider(UUID chat, UUID person, boolean gone) {}

    /// Compares who has a connection with what the rows say, and writes the difference.
    private void markWhoIsGone() {
        List<Outsider> outsiders = database.read(handle -> handle.createQuery(OUTSIDERS)
                .map((row, context) -> new Outsider(
                        row.getObject("chat_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("gone_at") != null))
                .list());
        List<Outsider> changed = outsiders.stream()
                .filter(o -> o.gone() == people.connected(new PersonId(o.person())))
                .toList();
        mark(changed.stream().filter(Outsider::gone).toList(), false);
        mark(changed.stream().filter(o -> !o.gone()).toList(), true);
    }

    private void mark(List<Outsider> outsiders, boolean gone) {
        if (outsiders.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        database.change(tx -> {
            if (!gone) {
                tx.handle()
                        .createUpdate(WARN_AGAIN)
                        .bind("chats", outsiders.stream().map(Outsider::chat).toArray(UUID[]::new))
                        .execute();
            }
            markIn(tx, outsiders, gone ? Optional.of(now) : Optional.empty());
        });
    }

    private static void markIn(Tx tx, List<Outsider> outsiders, Optional<Instant> goneAt) {
        tx.handle()
                .createUpdate(MARK_GONE)
                .bind("chats", outsiders.stream().map(Outsider::chat).toArray(UUID[]::new))
                .bind("people", outsiders.stream().map(Outsider::person).toArray(UUID[]::new))
                .bindByType("at", goneAt.orElse(null), Instant.class)
                .execute();
    }
}
