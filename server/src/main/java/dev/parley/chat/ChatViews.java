package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.base.ChannelId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.people.Presence;
import dev.parley.people.Presences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Draws chats as a caller may see them. Whatever leaves the product about a chat's state passes through here, so
/// that internal matters (observers, invitations, notes, internal counts) reach agents only.
@ApplicationScoped
public class ChatViews {
    private final Chats chats;
    private final Channels channels;
    private final Presences presences;

    ChatViews(Chats chats, Channels channels, Presences presences) {
        this.chats = chats;
        this.channels = channels;
        this.presences = presences;
    }

    public ChatView view(Caller caller, Chat chat) {
        Audience audience = Audience.of(caller);
        Optional<Participant> mine = chat.participant(caller.id());
        ChannelId channel = chat.channel(audience);
        return new ChatView(
                chat.id(),
                chat.status(),
                chat.reason(),
                chat.direction(),
                new ChatView.ChannelRef(channel, channels.channel(channel).name()),
                chat.requester(),
                chat.addressee(),
                chat.acceptedBy(),
                chat.times().created(),
                chat.times().accepted(),
                chat.times().closed(),
                chat.continues(),
                chat.head().n(audience),
                mine.map(me -> readMark(me, audience)).orElse(0L),
                mine.map(me -> me.read().unread()).orElse(0),
                chat.last(audience).map(entry -> EntryView.of(entry, audience)),
                someones(chat, caller, audience),
                version(chat, audience),
                new ChatView.Mine(
                        mine.map(Participant::level),
                        mine.map(Participant::state),
                        mine.filter(me -> audience == Audience.AGENTS).map(Participant::monitoring),
                        chats.may(caller, chat)));
    }

    public List<ChatView> views(Caller caller, List<Chat> chats) {
        return chats.stream().map(chat -> view(caller, chat)).toList();
    }

    private List<ChatView.Someone> someones(Chat chat, Caller caller, Audience audience) {
        return chat.participants().stream()
                .filter(p -> audience == Audience.AGENTS
                        || p.visibleToOutsiders()
                        || p.id().equals(caller.id())
                        || personalRequest(chat, p))
                .map(p -> someone(p, audience))
                .toList();
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

    private ChatView.Someone someone(Participant p, Audience audience) {
        boolean agents = audience == Audience.AGENTS;
        long read = readMark(p, audience);
        return new ChatView.Someone(
                p.person(),
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
