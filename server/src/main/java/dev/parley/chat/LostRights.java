package dev.parley.chat;

import dev.parley.access.Agents;
import dev.parley.access.Level;
import dev.parley.access.Permissions;
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

/// Takes an agent down to what his permissions still allow, in every open chat, when they have changed: the writer's
/// statement judges by the participant's level, so it must never be above what is permitted.
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
                .filter(p -> !p.person().kind().outsider() && p.state() != Participant.State.LEFT)
                .filter(p -> chat.direction() != Direction.AGENT_AGENT)
                .filter(p -> held(chat, person)
                        .filter(held -> held.atLeast(p.level()))
                        .isEmpty())
                .isPresent();
    }

    private Optional<Level> held(Chat chat, PersonId person) {
        Permissions permissions = agents.permissions(person);
        return channels.level(permissions, channels.channel(chat.channel()));
    }

    private void lower(Step step, PersonId person) {
        Chat chat = step.chat();
        if (!exceeds(chat, person)) {
            return;
        }
        Participant me = chat.participant(person).orElseThrow();
        Optional<Level> held = held(chat, person);
        if (held.isPresent()) {
            step.place(new ChatChanges.Place(person, held.get(), me.state()));
            step.say(Line.internal(ChatEntry.Kind.LEVEL_CHANGED, person)
                    .saying(held.get().wireName()));
        } else {
            step.place(new ChatChanges.Place(person, me.level(), Participant.State.LEFT));
        }
        if (me.contributes()
                && held.filter(level -> level.atLeast(Level.PARTICIPANT)).isEmpty()) {
            step.say(Line.told(ChatEntry.Kind.LEFT, person));
        }
    }
}
