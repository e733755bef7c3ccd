package dev.parley.notification;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.Participant;
import dev.parley.people.OwnSettings;
import java.util.Optional;

/// Something in a chat that one agent is told of while he is not looking.
record Happening(Alert.Kind kind, ChatId chat, String who, String words) {
    private static final int MOST_WORDS = 200;

    /// What there is in this chat for an agent; `takes` says whether its request would stand in his list.
    static Optional<Happening> of(Chat chat, PersonId agent, boolean takes) {
        Optional<Participant> mine = chat.participant(agent);
        if (mine.filter(me -> me.state() == Participant.State.INVITED).isPresent()) {
            return called(chat, mine.get());
        }
        if (chat.status() == Chat.Status.REQUEST && chat.toDesk() && takes) {
            return Optional.of(new Happening(
                    Alert.Kind.REQUEST, chat.id(), chat.requester().name(), text(chat.last(Audience.AGENTS))));
        }
        return mine.filter(me -> me.active() && chat.status() == Chat.Status.ACTIVE)
                .flatMap(me -> message(chat, me));
    }

    private static Optional<Happening> called(Chat chat, Participant me) {
        return switch (chat.status()) {
            case REQUEST ->
                Optional.of(new Happening(
                        Alert.Kind.REQUEST, chat.id(), chat.requester().name(), text(chat.last(Audience.AGENTS))));
            case ACTIVE ->
                me.invitedBy()
                        .map(by -> new Happening(
                                Alert.Kind.INVITATION,
                                chat.id(),
                                by.name(),
                                me.note().orElse("")));
            case CLOSED -> Optional.empty();
        };
    }

    /// A message of somebody else that he has not read, and of which he wants to be told.
    private static Optional<Happening> message(Chat chat, Participant me) {
        return chat.last(Audience.AGENTS)
                .filter(entry -> entry.kind() == ChatEntry.Kind.MESSAGE
                        && entry.seq() > me.read().seq())
                .flatMap(entry -> entry.by()
                        .filter(by -> !by.id().equals(me.id()))
                        .filter(by -> switch (me.monitoring()) {
                            case ALL -> true;
                            case CUSTOMER -> by.kind().outsider();
                            case OFF -> false;
                        })
                        .map(by -> new Happening(Alert.Kind.MESSAGE, chat.id(), by.name(), text(Optional.of(entry)))));
    }

    private static String text(Optional<ChatEntry> entry) {
        String text = entry.flatMap(ChatEntry::text).orElse("");
        int most = Math.min(MOST_WORDS, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most));
    }

    /// The same in the words of the agent's language.
    Alert alert(OwnSettings.Recipient to, String url) {
        String title = Texts.in(to.language()).text("push." + kind.wireName(), who);
        return new Alert(kind, Optional.of(chat), title, words, url);
    }
}
