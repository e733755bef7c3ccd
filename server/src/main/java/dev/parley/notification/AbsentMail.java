package dev.parley.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.Settings;
import dev.parley.mail.Letter;
import dev.parley.mail.Outbox;
import dev.parley.mail.Texts;
import dev.parley.people.OwnSettings;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Mails agents who have no page open that somebody invited them or wrote to them. Whose words they are stays in the
/// chat; a mail says only that there are some, and once an hour is enough.
@ApplicationScoped
class AbsentMail {
    private static final int REMEMBERED = 50_000;
    private static final Duration AGAIN_AFTER = Duration.ofHours(1);

    private final Database database;
    private final Outbox outbox;
    private final OwnSettings own;
    private final String address;
    private final Cache<Told, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(AGAIN_AFTER)
            .build();

    /// Whom we have told of what.
    private record Told(PersonId agent, ChatId chat, Alert.Kind kind) {}

    AbsentMail(Database database, Outbox outbox, OwnSettings own, Settings settings) {
        this.database = database;
        this.outbox = outbox;
        this.own = own;
        this.address = settings.address() + "/agent";
    }

    /// Who wants such mail.
    Set<PersonId> wanted() {
        return outbox.on() ? own.mailedOfChats() : Set.of();
    }

    void mail(List<OwnSettings.Recipient> people, Map<PersonId, Happening> happenings) {
        if (!outbox.on()) {
            return;
        }
        List<Letter> letters = people.stream()
                .flatMap(one -> Optional.ofNullable(happenings.get(one.agent()))
                        .filter(what -> what.kind().mailed(one.preferences()))
                        .filter(what ->
                                lately.asMap().putIfAbsent(new Told(one.agent(), what.chat(), what.kind()), true)
                                        == null)
                        .map(what -> letter(one, what))
                        .stream())
                .toList();
        if (!letters.isEmpty()) {
            database.change(tx -> letters.forEach(letter -> outbox.put(tx, letter)));
        }
    }

    private Letter letter(OwnSettings.Recipient to, Happening what) {
        Texts texts = Texts.of("notification", to.language());
        String key = "mail." + what.kind().wireName();
        return new Letter(
                to.email(),
                texts.text(key + ".subject", what.who()),
                texts.text(key + ".text", what.who(), address) + texts.text("mail.why"));
    }
}
