package dev.parley.notification;

import dev.parley.access.Agents;
import dev.parley.access.Level;
import dev.parley.base.PersonId;
import dev.parley.base.Settings;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.chat.Chat;
import dev.parley.mail.Letter;
import dev.parley.mail.Texts;
import dev.parley.people.OwnSettings;
import dev.parley.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Who serves the channel of a request, and what they are written.
@ApplicationScoped
class Serving {
    private final Agents agents;
    private final Channels channels;
    private final People people;
    private final OwnSettings own;
    private final String address;

    Serving(Agents agents, Channels channels, People people, OwnSettings own, Settings settings) {
        this.agents = agents;
        this.channels = channels;
        this.people = people;
        this.own = own;
        this.address = settings.address() + "/agent";
    }

    ChatChannel channel(Chat chat) {
        return channels.channel(chat.channel());
    }

    Set<PersonId> owners(Chat chat) {
        return agents.holding(channel(chat).group(), Level.OWNER);
    }

    /// To those who want mail for requests and may be disturbed now.
    List<Letter> letters(Chat chat, Instant now, int most) {
        return own.awake(people.serving(channel(chat)), now).stream()
                .filter(one -> one.preferences().notifications().request().email())
                .limit(most)
                .map(one -> letter(one, chat, now))
                .toList();
    }

    private Letter letter(OwnSettings.Recipient to, Chat chat, Instant now) {
        Texts texts = Texts.of("notification", to.language());
        String channel = channel(chat).name();
        long minutes = Duration.between(chat.times().created(), now).toMinutes();
        return new Letter(
                to.email(),
                texts.text("unseen.subject", channel),
                texts.text("unseen.text", chat.requester().name(), channel, minutes, address));
    }
}
