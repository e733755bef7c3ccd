package dev.parley.chat.outside;

import dev.parley.access.Caller;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.chat.Chat;
import dev.parley.chat.Chat.Action;
import dev.parley.chat.Chats;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What outsiders thought of their chats. A rating is given once the chat is closed, and may be changed for a day.
@ApplicationScoped
public class Ratings {
    private static final String RATE = """
            insert into rating (chat_id, person_id, score, comment, at)
            values (:chat, :person, :score, :comment, :at)
            on conflict (chat_id) do update
               set score = excluded.score, comment = excluded.comment
            """;
    // Closed is closed for ever, so that nobody has to hold the chat while this is written.
    private static final String CHANGED = "update chat set version = version + 1 where id = :chat";

    private final Database database;
    private final Chats chats;
    private final Clock clock;

    Ratings(Database database, Chats chats, Clock clock) {
        this.database = database;
        this.chats = chats;
        this.clock = clock;
    }

    /// Keeps the rating in place of an earlier one; the same again changes nothing.
    public void rate(Caller caller, ChatId id, int score, Optional<String> comment) {
        Chat chat = chats.chat(caller, id);
        chats.require(Action.RATE, caller, chat);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (stands(chat.rating(), score, comment)) {
            return;
        }
        if (chat.rating().filter(given -> !now.isBefore(given.until())).isPresent()) {
            throw new Refusal(Code.CONFLICT, "this rating was given more than a day ago");
        }
        database.change(tx -> keep(tx, id, caller.id(), new Chat.Rating(caller.id(), score, comment, now)));
    }

    private static boolean stands(Optional<Chat.Rating> given, int score, Optional<String> comment) {
        return given.filter(g -> g.score() == score && g.comment().equals(comment))
                .isPresent();
    }

    private static void keep(Tx tx, ChatId chat, PersonId person, Chat.Rating rating) {
        tx.handle()
                .createUpdate(RATE)
                .bind("chat", chat.value())
                .bind("person", person.value())
                .bind("score", rating.score())
                .bind("comment", rating.comment().orElse(null))
                .bind("at", rating.at())
                .execute();
        tx.handle().createUpdate(CHANGED).bind("chat", chat.value()).execute();
        tx.tellAfterCommit(new Notice(Notice.Topic.CHAT, chat.value()));
    }
}
