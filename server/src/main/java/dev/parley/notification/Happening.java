package dev.parley.notification;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.Participant;
import dev.parley.mail.Texts;
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
                        .filter(by -> mentions(entry, me) || monitored(me, by))
                        .map(by -> new Happening(kind(entry, me), chat.id(), by.name(), text(Optional.of(entry)))));
    }

    private static Alert.Kind kind(ChatEntry entry, Participant me) {
        return mentions(entry, me) ? Alert.Kind.MENTION : Alert.Kind.MESSAGE;
    }

    /// Who is called by name hears it, whatever he monitors.
    private static boolean mentions(ChatEntry entry, Participant me) {
        return entry.internal()
                && entry.text()
                        .filter(text -> text.contains("@" + me.person().name()))
                        .isPresent();
    }

    private static boolean monitored(Participant me, PersonRef by) {
        return switch (me.monitoring()) {
            case ALL -> true;
            case CUSTOMER -> by.kind().outsider();
            case OFF -> false;
        };
    }

    private static String text(Optional<ChatEntry> entry) {
        String text = entry.flatMap(ChatEntry::text).orElse("");
        int most = Math.min(MOST_WORDS, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most));
    }

    /// The same in the words of the agent's language, to be shown by a browser whose console is at `console`.
    Alert alert(OwnSettings.Recipient to, String console) {
        Texts texts = Texts.of("notification", to.language());
        String title = texts.text("push." + kind.wireName(), who);
        return kind.said()
                ? new Alert(kind, Optional.of(chat), title, words, console + "/chats/" + chat, Optional.empty())
                : new Alert(kind, Optional.of(chat), title, words, console, Optional.of(accept(texts)));
    }

    private static Alert.Accept accept(Texts texts) {
        return new Alert.Accept(texts.text("push.accept"), texts.text("push.taken"));
    }
}
