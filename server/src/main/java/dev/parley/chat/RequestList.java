package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Persons;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.chat.Chat.Action;
import dev.parley.people.People;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The open requests an agent may take: of his chat channels while he is available for external chats, what is
/// addressed to him, and invitations.
@ApplicationScoped
public class RequestList {
    private static final int FIRST_WORDS = 200;
    private static final String FIRST = "select body from entry where chat_id = :chat and seq = 1";

    private final Database database;
    private final ChatStore store;
    private final Chats chats;
    private final Channels channels;
    private final People people;
    private final Persons persons;

    RequestList(Database database, ChatStore store, Chats chats, Channels channels, People people, Persons persons) {
        this.database = database;
        this.store = store;
        this.chats = chats;
        this.channels = channels;
        this.people = people;
        this.persons = persons;
    }

    /// Oldest first.
    public List<RequestView> requests(Caller.Agent agent) {
        return database.read(handle -> store.requests(handle, agent.id(), people.takes(agent.id()))).stream()
                .filter(chat -> takes(agent, chat))
                .map(chat -> request(agent, chat))
                .sorted(Comparator.comparing(RequestView::since))
                .toList();
    }

    /// Requests to the desk that were asked for in this time, oldest first, for the product's own use.
    public List<Chat> waiting(Instant after, Instant before, int most) {
        return database.read(handle -> store.waiting(handle, after, before, most));
    }

    /// The chats of the agent's request list.
    public Set<ChatId> chats(Caller.Agent agent) {
        return database.read(handle -> store.requests(handle, agent.id(), people.takes(agent.id()))).stream()
                .filter(chat -> takes(agent, chat))
                .map(Chat::id)
                .collect(Collectors.toSet());
    }

    /// Whether this chat stands in the agent's request list.
    public boolean takes(Caller.Agent agent, Chat chat) {
        boolean personal = chat.participant(agent.id())
                .filter(p -> p.state() == Participant.State.INVITED)
                .isPresent();
        boolean desk = chat.status() == Chat.Status.REQUEST
                && chat.toDesk()
                && people.mayTake(agent, channels.channel(chat.channel()));
        return (personal || desk) && chats.may(agent, chat).contains(Action.ACCEPT);
    }

    public RequestView request(Caller.Agent agent, Chat chat) {
        Optional<Participant> invited = chat.participant(agent.id())
                .filter(p -> p.state() == Participant.State.INVITED && chat.status() == Chat.Status.ACTIVE);
        PersonRef from = invited.flatMap(Participant::invitedBy).orElse(chat.requester());
        ChatChannel channel = channels.channel(chat.channel());
        return new RequestView(
                chat.id(),
                invited.isPresent() ? RequestView.Kind.INVITATION : kind(chat),
                from,
                persons.company(chat.requester().id()),
                new ChatView.ChannelRef(channel.id(), channel.name()),
                invited.map(Participant::since).orElse(chat.times().created()),
                database.read(handle -> firstWords(handle, chat.id())),
                invited.flatMap(Participant::note));
    }

    private static RequestView.Kind kind(Chat chat) {
        return switch (chat.direction()) {
            case CUSTOMER -> RequestView.Kind.CUSTOMER;
            case PUBLIC -> RequestView.Kind.PUBLIC;
            case AGENT_AGENT, AGENT_CUSTOMER -> RequestView.Kind.AGENT;
        };
    }

    static String firstWords(Handle handle, ChatId chat) {
        String text = handle.createQuery(FIRST)
                .bind("chat", chat.value())
                .mapTo(String.class)
                .one();
        int most = Math.min(FIRST_WORDS, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most));
    }
}
