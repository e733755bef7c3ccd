package dev.parley.access.account;

import dev.parley.access.Token;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.Settings;
import dev.parley.mail.Letter;
import dev.parley.mail.Outbox;
import dev.parley.mail.Texts;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Stream;

/// What is written to people about their accounts. Nothing in it was typed by whoever asked: he may be a stranger to
/// the mailbox. The token stands in the link's fragment, which no server, proxy or log gets to see.
@ApplicationScoped
class AccountLetters {
    private final Outbox outbox;
    private final DeskSettings settings;
    private final String address;

    AccountLetters(Outbox outbox, DeskSettings settings, Settings server) {
        this.outbox = outbox;
        this.settings = settings;
        this.address = server.address();
    }

    /// The link that answers the request.
    void sendLink(Tx tx, AccountRequest request, String to, Token token) {
        AccountRequest.Kind kind = request.kind();
        send(tx, to, kind.text, request.locale(), kind.page + "#" + token.secret());
    }

    /// There is an account already for whoever asked for one.
    void tellExists(Tx tx, AccountRequest request, AccountHolder holder) {
        send(tx, holder.email(), "exists", request.locale(), "/", AccountRequest.Kind.CUSTOMER_RESET.page);
    }

    /// The password was changed.
    void tellChanged(Tx tx, AccountRequest request, AccountHolder holder) {
        send(tx, holder.email(), "changed", request.locale(), request.kind().page);
    }

    private void send(Tx tx, String to, String key, String language, String... pages) {
        Texts texts = Texts.of("account", language);
        String desk = settings.text(DeskSetting.NAME);
        Object[] values = Stream.concat(Stream.of(desk), Arrays.stream(pages).map(page -> address + page))
                .toArray();
        outbox.put(tx, new Letter(to, texts.text(key + ".subject", desk), texts.text(key + ".text", values)));
    }
}
