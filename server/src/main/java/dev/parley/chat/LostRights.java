package dev.parley.chat;

import dev.parley.access.Agents;
import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.PersonId;
import dev.parley.channel.Channels;
import dev.parley.channel.Direction;
import dev.parley.chat.ChatSteps.Step;
import dev.parley.chat.EntryStore.Line;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/// Takes an agent down to what his permissions still allow, in every open chat, when they have changed, and in one chat
/// when it is moved: the writer's statement judges by the participant's level, so it must never be above what is
/// permitted.
@ApplicationScoped
public class LostRights {
    private final Database database;
    private final ChatStore store;
    private final ChatSteps steps;
    private final Agents agents;
    private final Channels channels;

    LostRights(Database database, ChatStore store, ChatSteps steps, Agents agents, Channels channels) {
        this.database = database;
        this.store = store;
        this.steps = steps;
        this.agents = agents;
        this.channels = channels;
    }

    void listen(@Observes StartupEvent started, Notices notices) {
        notices.subscribe(
                Notice.Topic.PERSON, notice -> Thread.ofVirtual().start(() -> look(new PersonId(notice.id()))));
    }

    private void look(PersonId person) {
        try {
            for (Chat chat : database.read(handle -> store.openOf(handle, person))) {
                if (exceeds(chat, person)) {
                    steps.change(chat.id(), step -> lower(step, person));
                }
            }
        } catch (RuntimeException failed) {
            // The next notice, or the next attempt to do something in the chat, looks again.
            Log.error("rights could not be looked at", failed);
        }
    }

    private boolean exceeds(Chat chat, PersonId person) {
        return chat.participant(person)
                .filter(me -> exceeds(chat, me, held(person, chat.channel())))
                .isPresent();
    }

    /// In a chat among agents both are owners, whatever their permissions.
    private static boolean exceeds(Chat chat, Participant me, Optional<Level> held) {
        return !me.person().kind().outsider()
                && me.state() != Participant.State.LEFT
                && chat.direction() != Direction.AGENT_AGENT
                && held.filter(level -> level.atLeast(me.level())).isEmpty();
    }

    private Optional<Level> held(PersonId person, ChannelId channel) {
        return channels.level(agents.permissions(person), channels.channel(channel));
    }

    /// Every agent of a chat that is being moved keeps what he may be in the new channel, and who holds nothing there
    /// is out.
    void moved(Step step, ChannelId to) {
        step.chat().participants().forEach(me -> lower(step, me, held(me.id(), to)));
    }

    private void lower(Step step, PersonId person) {
        step.chat()
                .participant(person)
                .ifPresent(me -> lower(step, me, held(person, step.chat().channel())));
    }

    private static void lower(Step step, Participant me, Optional<Level> held) {
        if (!exceeds(step.chat(), me, held)) {
            return;
        }
        if (held.isPresent()) {
            step.place(new ChatChanges.Place(me.id(), held.get(), me.state()));
            step.say(Line.internal(ChatEntry.Kind.LEVEL_CHANGED, me.id())
                    .saying(held.get().wireName()));
        } else {
            step.place(new ChatChanges.Place(me.id(), me.level(), Participant.State.LEFT));
        }
        if (me.contributes()
                && held.filter(level -> level.atLeast(Level.PARTICIPANT)).isEmpty()) {
            step.say(Line.told(ChatEntry.Kind.LEFT, me.id()));
        }
    }
}
