package dev.parley.widget.visitor;

import dev.parley.access.Audit;
import dev.parley.access.Caller;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import dev.parley.widget.Widget;
import dev.parley.widget.WidgetVersions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The keys by which a page's own server vouches for its visitors. A secret is shown once, when it is made; the one
/// before it stays good until the next, so that servers can be changed over one after the other.
@ApplicationScoped
public class WidgetKeys {
    private static final int SECRET_BYTES = 32;
    private static final int MOST_PUBLIC_KEYS = 5;
    private static final int LONGEST_PEM = 1_000;

    private final Database database;
    private final WidgetKeyStore store;
    private final WidgetVersions widgets;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WidgetKeys(Database database, WidgetKeyStore store, WidgetVersions widgets, Audit audit, Clock clock) {
        this.database = database;
        this.store = store;
        this.widgets = widgets;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes a new secret for HS256 and gives it, once.
    public String newSecret(Caller caller, String key) {
        caller.requireAdministrator();
        Widget widget = embeddable(key);
        return database.write(tx -> {
            audit.record(tx, caller, "widget.secret", key, "");
            return newSecret(tx, widget);
        });
    }

    /// The same for the server's operator.
    public String newSecret(String key) {
        Widget widget = embeddable(key);
        return database.write(tx -> newSecret(tx, widget));
    }

    private String newSecret(Tx tx, Widget widget) {
        byte[] bits = new byte[SECRET_BYTES];
        random.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        store.rotate(tx.handle(), widget.id(), secret, clock.instant());
        return secret;
    }

    public List<String> publicKeys(Caller caller, String key) {
        caller.requireAdministrator();
        Widget widget = embeddable(key);
        return database.read(handle -> store.publicKeys(handle, widget.id()));
    }

    /// Puts these public keys (PEM, curve P-256) in place of those that were there.
    public void setPublicKeys(Caller caller, String key, List<String> pems) {
        caller.requireAdministrator();
        Widget widget = embeddable(key);
        requireKeys(pems);
        database.change(tx -> {
            store.setPublicKeys(tx.handle(), widget.id(), pems);
            audit.record(tx, caller, "widget.public-keys", key, pems.size() + " keys");
        });
    }

    private static void requireKeys(List<String> pems) {
        if (pems.size() > MOST_PUBLIC_KEYS) {
            throw Refusal.fields(Map.of("keys", "too_long"));
        }
        Map<String, String> wrong = new TreeMap<>();
        for (int i = 0; i < pems.size(); i++) {
            String pem = pems.get(i);
            if (pem.length() > LONGEST_PEM || SigningKeys.publicKey(pem).isEmpty()) {
                wrong.put("keys[" + i + "]", "format");
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
    }

    SigningKeys of(Widget widget) {
        return database.read(handle -> new SigningKeys(
                store.secrets(handle, widget.id()),
                store.publicKeys(handle, widget.id()).stream()
                        .map(SigningKeys::publicKey)
                        .flatMap(Optional::stream)
                        .toList()));
    }

    /// Nobody else's page can vouch for visitors of our own.
    private Widget embeddable(String key) {
        Widget widget = widgets.widget(key);
        if (widget.external()) {
            throw new Refusal(Code.NOT_FOUND, "no such widget");
        }
        return widget;
    }
}
