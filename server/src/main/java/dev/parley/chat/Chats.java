package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Contacts;
import dev.parley.access.Level;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.channel.Channels;
import dev.parley.chat.Chat.Action;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The chats a caller may see, and the one policy that decides it. Every door (HTTP, socket, replay) comes through
/// here.
@ApplicationScoped
public class Chats {
    private static final int EARLIER = 5;
    private static final int FIRST_WORDS = 200;
    private static final String HEADS = "select id, last_seq from chat where id = any(:ids)";

    private final Database database;
    private final ChatStore store;
    private final EntryStore entries;
    private final Tails tails;
    private final Channels channels;
    private final Contacts contacts;

    Chats(Database database, ChatStore store, EntryStore entries, Tails tails, Channels channels, Contacts contacts) {
        this.database = database;
        this.store = store;
        this.entries = entries;
        this.tails = tails;
        this.channels = channels;
        this.contacts = contacts;
    }

    /// The chat, if the caller may read it; who may not learns nothing of it.
    public Chat chat(Caller caller, ChatId id) {
        Chat chat = database.read(handle -> store.chat(handle, id))
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "no such chat"));
        require(Action.READ, caller, chat);
        return chat;
    }

    /// The chat for the product's own use: whoever shows it to somebody asks [#may] first.
    public Optional<Chat> found(ChatId id) {
        return database.read(handle -> store.chat(handle, id));
    }

    /// What the caller may do in this chat now: the one policy function.
    public Set<Action> may(Caller caller, Chat chat) {
        Set<Action> may = chat.may(caller, held(caller, chat));
        if (may.contains(Action.LEAVE_NOTE) && mailbox(chat).isEmpty()) {
            may.remove(Action.LEAVE_NOTE);
        }
        return may;
    }

    /// Where mail reaches the person whom the chat was addressed to.
    Optional<Contacts.Mailbox> mailbox(Chat chat) {
        return chat.addressee().flatMap(person -> contacts.mailbox(person.id()));
    }

    public void require(Action action, Caller caller, Chat chat) {
        chat.require(action, caller, held(caller, chat));
    }

    private Optional<Level> held(Caller caller, Chat chat) {
        return switch (caller) {
            case Caller.Agent agent -> channels.level(agent.permissions(), channels.channel(chat.channel()));
            case Caller.CustomerUser customer -> Optional.empty();
            case Caller.PublicUser visitor -> Optional.empty();
        };
    }

    /// Chats of each of these people that are not closed.
    public Map<PersonId, List<Chat>> open(Collection<PersonId> people) {
        return database.read(handle -> store.openOf(handle, people));
    }

    /// Chats with an outsider that are going on in these channels, the one that was accepted first first.
    public List<Chat> goingOn(Collection<ChannelId> channels) {
        return database.read(handle -> store.goingOn(handle, channels));
    }

    /// Reads what many readers will want at once, one page of each chat after the lowest number any of them has,
    /// into the tails.
    public void warm(Map<ChatId, Long> after) {
        if (!after.isEmpty()) {
            database.read(handle -> entries.pages(handle, after)).forEach(tails::read);
        }
    }

    /// Some of the caller's chats, and from where on there are more.
    public record Page(List<Chat> chats, Optional<ChatId> next) {}

    /// Chats the caller takes or took part in, newest first; `status` is `open`, `closed` or `all`. What he may read no
    /// longer is left out, and does not end the list.
    public Page page(Caller caller, String status, Optional<ChatId> before, int limit) {
        List<Chat> found = database.read(handle -> store.pageOf(handle, caller.id(), status, before, limit));
        List<Chat> readable = found.stream()
                .filter(chat -> may(caller, chat).contains(Action.READ))
                .toList();
        return new Page(
                readable,
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(found.getLast().id()));
    }

    /// The last few chats that any of these people asked for, or were asked for, besides this one, those the caller may
    /// read.
    public List<Chat> earlier(Caller caller, Collection<PersonId> people, Chat besides) {
        return database.read(handle -> store.ofOutsiders(handle, people, Optional.empty(), EARLIER + 1)).stream()
                .filter(chat -> !chat.id().equals(besides.id()))
                .limit(EARLIER)
                .filter(chat -> may(caller, chat).contains(Action.READ))
                .toList();
    }

    /// Chats that somebody from outside asked for, or was asked for, newest first: those the agent may read, and those
    /// that go on without him where he may come in.
    public Page ofOutsider(Caller.Agent agent, PersonId outsider, Optional<ChatId> before, int limit) {
        List<Chat> found = database.read(handle -> store.ofOutsiders(handle, List.of(outsider), before, limit + 1));
        List<Chat> page = found.subList(0, Math.min(limit, found.size()));
        List<Chat> open = page.stream()
                .filter(chat -> !Collections.disjoint(may(agent, chat), EnumSet.of(Action.READ, Action.OBSERVE)))
                .toList();
        return new Page(open, found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty());
    }

    /// How those of these chats begin that the caller may read.
    public Map<ChatId, String> firstWords(Caller caller, Collection<Chat> some) {
        List<ChatId> readable = some.stream()
                .filter(chat -> may(caller, chat).contains(Action.READ))
                .map(Chat::id)
                .toList();
        return database.read(handle -> entries.firstWords(handle, readable, FIRST_WORDS));
    }

    /// Up to `limit` entries after number `n` of the caller's audience, oldest first. Remembers what it read for the
    /// next reader.
    public List<ChatEntry> entriesAfter(Caller caller, Chat chat, long n, int limit) {
        require(Action.READ, caller, chat);
        return entriesAfter(Audience.of(caller), chat.id(), n, limit);
    }

    /// The same, for a connection that has been let in already and reads on.
    public List<ChatEntry> entriesAfter(Audience audience, ChatId chat, long n, int limit) {
        List<ChatEntry> page = database.read(handle -> entries.after(handle, chat, audience, n, limit));
        if (audience == Audience.AGENTS) {
            tails.read(chat, page);
        }
        return page;
    }

    /// Up to `limit` entries before number `n` of the caller's audience, oldest first.
    public List<ChatEntry> entriesBefore(Caller caller, Chat chat, long n, int limit) {
        require(Action.READ, caller, chat);
        return database.read(handle -> entries.before(handle, chat.id(), Audience.of(caller), n, limit));
    }

    /// The newest number of each chat, to compare with what a node believes.
    public Map<ChatId, Long> heads(Collection<ChatId> ids) {
        UUID[] array = ids.stream().map(ChatId::value).toArray(UUID[]::new);
        return database.read(handle -> handle
                .createQuery(HEADS)
                .bind("ids", array)
                .map((row, context) -> Map.entry(new ChatId(row.getObject("id", UUID.class)), row.getLong("last_seq")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Whether this person takes part in a chat that is not closed (one that is called now counts as well).
    public boolean inOpenChat(PersonId person) {
        return !database.read(handle -> store.openOf(handle, person)).isEmpty();
    }
}
