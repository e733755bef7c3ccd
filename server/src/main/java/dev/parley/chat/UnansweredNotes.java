package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Contacts.Mailbox;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.channel.Masks;
import dev.parley.chat.Chat.Action;
import dev.parley.chat.ChatSteps.Step;
import dev.parley.chat.EntryStore.Line;
import dev.parley.mail.Letter;
import dev.parley.mail.Outbox;
import dev.parley.mail.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Notes to whoever did not answer a request in time: one for a request, by mail, with a line in the chat that says
/// what it said (ADR 24). The letter goes into the outbox in the transaction of the line.
@ApplicationScoped
public class UnansweredNotes {
    private final ChatSteps steps;
    private final Chats chats;
    private final Outbox outbox;
    private final Masks masks;
    private final DeskSettings desk;
    private final String address;

    UnansweredNotes(ChatSteps steps, Chats chats, Outbox outbox, Masks masks, DeskSettings desk, Settings settings) {
        this.steps = steps;
        this.chats = chats;
        this.outbox = outbox;
        this.masks = masks;
        this.desk = desk;
        this.address = settings.address();
    }

    /// Leaves the note, or does nothing if the caller has left this one already.
    public Chat leave(Caller.Agent caller, ChatId id, String text) {
        Messages.requireText(text);
        Optional<Mailbox> mailbox = chats.mailbox(chats.chat(caller, id));
        return steps.change(id, step -> {
            Chat chat = step.chat();
            if (left(chat, caller)) {
                requireSame(chat, text);
                return;
            }
            chats.require(Action.LEAVE_NOTE, caller, chat);
            Mailbox to =
                    mailbox.orElseThrow(() -> new Refusal(Code.NOT_AVAILABLE, "there is nowhere to send a note to"));
            leave(step, text, to);
        });
    }

    private static boolean left(Chat chat, Caller.Agent caller) {
        return chat.times().noteLeft().isPresent()
                && chat.participant(caller.id()).filter(chat::askedInVain).isPresent();
    }

    /// The answer to the first try may have been lost.
    private static void requireSame(Chat chat, String text) {
        boolean same = chat.last(Audience.AGENTS)
                .filter(entry -> entry.kind() == ChatEntry.Kind.NOTE_LEFT)
                .flatMap(ChatEntry::text)
                .filter(text::equals)
                .isPresent();
        if (!same) {
            throw new Refusal(Code.ALREADY_NOTED, "a note was left already");
        }
    }

    private void leave(Step step, String text, Mailbox to) {
        Chat chat = step.chat();
        PersonRef addressee = chat.addressee().orElseThrow();
        step.leaveNote();
        step.say(Line.told(ChatEntry.Kind.NOTE_LEFT, chat.requester().id())
                .about(addressee.id())
                .saying(text));
        String firstWords = RequestList.firstWords(step.tx().handle(), chat.id());
        outbox.put(step.tx(), letter(chat, addressee, to, text, firstWords));
    }

    /// Names whoever asked as the reader is told of him in the chat.
    private Letter letter(Chat chat, PersonRef addressee, Mailbox to, String text, String firstWords) {
        boolean outside = addressee.kind().outsider();
        Audience audience = outside ? Audience.EVERYONE : Audience.AGENTS;
        String asker = chat.named(chat.requester(), audience, masks.now()).name();
        String page = address + (outside ? "/" : "/agent");
        Texts texts = Texts.of("chat", to.language());
        return new Letter(
                to.email(),
                texts.text("note.subject", asker),
                texts.text("note.text", asker, desk.text(DeskSetting.NAME), text, firstWords, page));
    }
}
