package dev.parley.chat.workplace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.access.Persons;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatView;
import dev.parley.chat.Chats;
import dev.parley.chat.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The chats with outsiders that are going on where an agent is `chat_owner`, his own and his colleagues'. Says who
/// talks to whom, and nothing of what is said: to read he has to enter, which is audited.
@ApplicationScoped
public class OpenChats {
    private final Chats chats;
    private final Channels channels;
    private final Persons persons;

    /// A chat as those see it who are not in it; `agents` are the contributing ones.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record OpenChat(
            ChatId chat,
            ChatView.ChannelRef channel,
            PersonRef with,
            Optional<String> company,
            List<PersonRef> agents,
            Instant since,
            boolean mine) {}

    OpenChats(Chats chats, Channels channels, Persons persons) {
        this.chats = chats;
        this.channels = channels;
        this.persons = persons;
    }

    /// The longest first.
    public List<OpenChat> of(Caller.Agent agent) {
        List<ChannelId> owned = channels.held(agent.permissions(), Level.OWNER).stream()
                .map(ChatChannel::id)
                .toList();
        return chats.goingOn(owned).stream().map(chat -> row(agent, chat)).toList();
    }

    private OpenChat row(Caller.Agent agent, Chat chat) {
        ChatChannel channel = channels.channel(chat.channel());
        PersonRef outsider = outsider(chat);
        return new OpenChat(
                chat.id(),
                new ChatView.ChannelRef(channel.id(), channel.name()),
                outsider,
                persons.company(outsider.id()),
                chat.participants().stream()
                        .filter(Participant::contributes)
                        .map(Participant::person)
                        .filter(person -> !person.kind().outsider())
                        .toList(),
                chat.times().accepted().orElse(chat.times().created()),
                chat.participant(agent.id()).filter(Participant::active).isPresent());
    }

    private static PersonRef outsider(Chat chat) {
        return chat.requester().kind().outsider()
                ? chat.requester()
                : chat.addressee().orElse(chat.requester());
    }
}
