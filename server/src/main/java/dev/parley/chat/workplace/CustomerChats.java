package dev.parley.chat.workplace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.customer.CustomerUsers;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatView;
import dev.parley.chat.Chats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The chats of one customer user, as far as an agent may read them or come in. Of what goes on without him it says
/// who talks, and nothing of what is said: to read he has to enter, which is audited.
@ApplicationScoped
public class CustomerChats {
    private final CustomerUsers customerUsers;
    private final Chats chats;
    private final Channels channels;

    /// A chat of the customer user: with which agent, how it begins, and how it was rated.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record CustomerChat(
            ChatId chat,
            ChatView.ChannelRef channel,
            Chat.Status status,
            Optional<Chat.Reason> reason,
            Optional<PersonRef> agent,
            Instant createdAt,
            Optional<Instant> closedAt,
            Optional<String> text,
            Optional<Integer> score,
            boolean mayRead) {}

    /// Some of them, and behind which there are more.
    public record Page(List<CustomerChat> chats, Optional<ChatId> next) {}

    CustomerChats(CustomerUsers customerUsers, Chats chats, Channels channels) {
        this.customerUsers = customerUsers;
        this.chats = chats;
        this.channels = channels;
    }

    /// Newest first, behind `before`. What the agent may not know of is left out, and does not end the list.
    public Page of(Caller.Agent agent, PersonId customerUser, Optional<ChatId> before, int limit) {
        customerUsers.customerUser(agent, customerUser);
        Chats.Page page = chats.ofOutsider(agent, customerUser, before, limit);
        Map<ChatId, String> words = chats.firstWords(agent, page.chats());
        return new Page(
                page.chats().stream()
                        .map(chat -> row(agent, chat, Optional.ofNullable(words.get(chat.id()))))
                        .toList(),
                page.next());
    }

    private CustomerChat row(Caller.Agent agent, Chat chat, Optional<String> text) {
        return new CustomerChat(
                chat.id(),
                new ChatView.ChannelRef(
                        chat.channel(), channels.channel(chat.channel()).name()),
                chat.status(),
                chat.reason(),
                chat.agent(),
                chat.times().created(),
                chat.times().closed(),
                text,
                chat.rating().map(Chat.Rating::score),
                chats.may(agent, chat).contains(Chat.Action.READ));
    }
}
