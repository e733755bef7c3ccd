package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.base.ChannelId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.channel.Direction;
import dev.parley.channel.Masking;
import dev.parley.channel.Masks;
import dev.parley.people.Presence;
import dev.parley.people.Presences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Draws chats as a caller may see them. Whatever leaves the product about a chat's state passes through here, so
/// that internal matters (observers, invitations, notes, internal counts) reach agents only, and agents' names
/// outsiders only where they are not masked.
@ApplicationScoped
public class ChatViews {
    private final Chats chats;
    private final Channels channels;
    private final Presences presences;
    private final Masks masks;

    ChatViews(Chats chats, Channels channels, Presences presences, Masks masks) {
        this.chats = chats;
        this.channels = channels;
        this.presences = presences;
        this.masks = masks;
    }

    public ChatView view(Caller caller, Chat chat) {
        Audience audience = Audience.of(caller);
        Masking masking = masks.now();
        Optional<Participant> mine = chat.participant(caller.id());
        ChannelId channel = chat.channel(audience);
        return new ChatView(
                chat.id(),
                chat.status(),
                chat.reason(),
                chat.direction(),
                new ChatView.ChannelRef(channel, channels.channel(channel).name()),
                chat.named(chat.requester(), audience, masking),
                chat.addressee().map(person -> chat.named(person, audience, masking)),
                chat.acceptedBy().map(person -> chat.named(person, audience, masking)),
                chat.times().created(),
                chat.times().accepted(),
                chat.times().closed(),
                chat.continues(),
                chat.head().n(audience),
                mine.map(me -> readMark(me, audience)).orElse(0L),
                mine.map(me -> me.read().unread()).orElse(0),
                chat.last(audience).map(entry -> EntryView.of(entry, audience, masking)),
                someones(chat, caller, audience, masking),
                rating(chat, caller, audience),
                version(chat, audience),
                new ChatView.Mine(
                        mine.map(Participant::level),
                        mine.map(Participant::state),
                        mine.filter(me -> audience == Audience.AGENTS).map(Participant::monitoring),
                        mine.flatMap(me -> shownAs(chat, me, masking)),
                        chats.may(caller, chat)));
    }

    public List<ChatView> views(Caller caller, List<Chat> chats) {
        return chats.stream().map(chat -> view(caller, chat)).toList();
    }

    /// Entries of a chat the caller was given.
    public List<EntryView> entries(Caller caller, List<ChatEntry> entries) {
        return EntryView.of(entries, Audience.of(caller), masks.now());
    }

    /// What outsiders call the agent himself, if it is not his name.
    private static Optional<String> shownAs(Chat chat, Participant me, Masking masking) {
        boolean masked = masking.on() && me.mask() > 0 && chat.direction() != Direction.AGENT_AGENT;
        return masked ? Optional.of(masking.name(me.mask())) : Optional.empty();
    }

    private List<ChatView.Someone> someones(Chat chat, Caller caller, Audience audience, Masking masking) {
        return chat.participants().stream()
                .filter(p -> audience == Audience.AGENTS
                        || p.visibleToOutsiders()
                        || p.id().equals(caller.id())
                        || personalRequest(chat, p))
                .map(p -> someone(p, chat.named(p.person(), audience, masking), audience))
                .toList();
    }

    /// For agents and for whoever gave it.
    private static Optional<ChatView.Rating> rating(Chat chat, Caller caller, Audience audience) {
        return chat.rating()
                .filter(given -> audience == Audience.AGENTS || given.by().equals(caller.id()))
                .map(given -> new ChatView.Rating(given.score(), given.comment(), given.until()));
    }

    /// Outsiders must not be able to count what agents do among themselves: to them, what everyone sees is the
    /// measure.
    private static long version(Chat chat, Audience audience) {
        return audience == Audience.AGENTS ? chat.head().version() : chat.head().publicSeq();
    }

    /// Whoever a personal request goes to is known to both sides from the start.
    private static boolean personalRequest(Chat chat, Participant p) {
        return chat.addressee().map(PersonRef::id).filter(p.id()::equals).isPresent();
    }

    private ChatView.Someone someone(Participant p, PersonRef named, Audience audience) {
        boolean agents = audience == Audience.AGENTS;
        long read = readMark(p, audience);
        return new ChatView.Someone(
                named,
                p.level(),
                p.state(),
                p.active() ? presences.presence(p.id(), !agents).state() : Presence.State.INACTIVE,
                agents ? p.note() : Optional.empty(),
                agents ? p.invitedBy() : Optional.empty(),
                read,
                read);
    }

    static long readMark(Participant p, Audience audience) {
        return audience == Audience.AGENTS ? p.read().seq() : p.read().publicSeq();
    }
}
