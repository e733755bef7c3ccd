package dev.parley.widget;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.access.Audit;
import dev.parley.access.Caller;
import dev.parley.base.ChannelId;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.base.WidgetId;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import dev.parley.web.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Makes widgets and changes them, each change a version of its own: for administrators, and in the methods without a
/// caller for whoever has the server's command line.
@ApplicationScoped
public class WidgetVersions {
    private static final int LONGEST_NAME = 64;
    private static final int MOST_WIDGETS = 200;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Database database;
    private final WidgetStore store;
    private final Channels channels;
    private final Audit audit;
    private final Clock clock;

    /// A name and a document as somebody wrote them.
    public record Wanted(String name, JsonNode document) {}

    private record Checked(String name, WidgetDocument document) {
        boolean is(Widget widget) {
            return widget.name().equals(name) && widget.document().equals(document);
        }
    }

    WidgetVersions(Database database, WidgetStore store, Channels channels, Audit audit, Clock clock) {
        this.database = database;
        this.store = store;
        this.channels = channels;
        this.audit = audit;
        this.clock = clock;
    }

    List<Widget> all(Caller.Agent caller) {
        requireAdministrator(caller);
        return all();
    }

    Widget widget(Caller.Agent caller, String key) {
        requireAdministrator(caller);
        return widget(key);
    }

    /// The versions of a widget below this number, newest first.
    List<WidgetStore.Version> versions(Caller.Agent caller, String key, int below, int limit) {
        WidgetId id = widget(caller, key).id();
        return database.read(handle -> store.versions(handle, id, below, limit));
    }

    /// Makes a widget; asking again for the same one answers with the one that is there.
    Widget create(Caller.Agent caller, Optional<String> key, Wanted wanted) {
        requireAdministrator(caller);
        return create(Optional.of(caller), key, wanted);
    }

    /// Makes a new version of a widget. `base` is the version it was made from: if somebody was faster, it is refused.
    /// Asking for what is there already changes nothing.
    Widget change(Caller.Agent caller, String key, int base, Wanted wanted) {
        requireAdministrator(caller);
        return change(Optional.of(caller), key, before -> before.version() == base, wanted);
    }

    /// Makes a widget invalid, so that it appears nowhere, or valid again.
    Widget setValid(Caller.Agent caller, String key, boolean valid) {
        requireAdministrator(caller);
        return database.write(tx -> {
            Widget before = store.locked(tx.handle(), key).orElseThrow(WidgetVersions::unknown);
            if (before.valid() == valid) {
                return before;
            }
            if (before.external()) {
                throw new Refusal(Code.FORBIDDEN, "the built-in widget is always valid");
            }
            store.setValid(tx.handle(), before.id(), valid);
            tell(tx, Optional.of(caller), before, valid ? "widget_valid" : "widget_invalid");
            return new Widget(before.id(), key, before.name(), valid, before.version(), before.document());
        });
    }

    /// All widgets, valid or not, the built-in one first.
    public List<Widget> all() {
        return database.read(store::all);
    }

    public Widget widget(String key) {
        return all().stream()
                .filter(widget -> widget.key().equals(key))
                .findFirst()
                .orElseThrow(WidgetVersions::unknown);
    }

    public Widget create(Optional<String> key, Wanted wanted) {
        return create(Optional.empty(), key, wanted);
    }

    public Widget change(String key, Wanted wanted) {
        return change(Optional.empty(), key, before -> true, wanted);
    }

    private static void requireAdministrator(Caller.Agent caller) {
        if (!caller.admin()) {
            throw new Refusal(Code.FORBIDDEN, "for administrators only");
        }
    }

    private Widget create(Optional<Caller.Agent> by, Optional<String> key, Wanted wanted) {
        var fields = new Fields();
        key.filter(given -> !KEY.matcher(given).matches()).ifPresent(given -> fields.wrong("key", "format"));
        Checked checked = checked(fields, wanted, false);
        return database.write(tx -> {
            store.lock(tx.handle());
            List<Widget> there = store.all(tx.handle());
            Optional<Widget> same = there.stream()
                    .filter(widget -> key.filter(widget.key()::equals).isPresent())
                    .findFirst();
            if (same.isPresent()) {
                return same.filter(widget -> widget.valid() && checked.is(widget))
                        .orElseThrow(() -> Refusal.fields(Map.of("key", "taken")));
            }
            if (there.size() >= MOST_WIDGETS) {
                throw new Refusal(Code.LIMIT, "at most " + MOST_WIDGETS + " widgets");
            }
            WidgetId id = new WidgetId(Ids.next());
            var widget = new Widget(id, key.orElseGet(() -> someKey(id)), checked.name(), true, 1, checked.document());
            store.add(tx.handle(), widget, clock.instant(), id(by));
            tell(tx, by, widget, "widget_created");
            return widget;
        });
    }

    /// Keys stand in web pages, so they need not be secret, only different: the random end of an id.
    private static String someKey(WidgetId id) {
        String text = id.toString();
        return "w" + text.substring(text.lastIndexOf('-') + 1);
    }

    private Widget change(Optional<Caller.Agent> by, String key, Predicate<Widget> expected, Wanted wanted) {
        Checked checked = checked(new Fields(), wanted, key.equals(Widget.EXTERNAL));
        return database.write(tx -> {
            Widget before = store.locked(tx.handle(), key).orElseThrow(WidgetVersions::unknown);
            if (checked.is(before)) {
                return before;
            }
            if (!expected.test(before)) {
                throw new Refusal(Code.CONFLICT, "version " + before.version() + " is there meanwhile");
            }
            var after = new Widget(
                    before.id(), key, checked.name(), before.valid(), before.version() + 1, checked.document());
            store.change(tx.handle(), after, clock.instant(), id(by));
            tell(tx, by, after, "widget_changed");
            return after;
        });
    }

    private Checked checked(Fields fields, Wanted wanted, boolean external) {
        String name = fields.required("name", Optional.of(wanted.name().strip()), LONGEST_NAME);
        if (name.chars().anyMatch(Character::isISOControl)) {
            fields.wrong("name", "format");
        }
        WidgetDocument document = new DocumentReader(fields, this::channel).read(wanted.document());
        if (external && !document.sites().isEmpty()) {
            fields.wrong("sites", "unknown");
        }
        if (external && document.signedOnly()) {
            fields.wrong("signedOnly", "unknown");
        }
        fields.check();
        return new Checked(name, document);
    }

    private Optional<ChannelId> channel(String name) {
        return channels.named(name).filter(ChatChannel::valid).map(ChatChannel::id);
    }

    private static Optional<PersonId> id(Optional<Caller.Agent> by) {
        return by.map(Caller.Agent::id);
    }

    private static Refusal unknown() {
        return new Refusal(Code.NOT_FOUND, "no such widget");
    }

    private void tell(Tx tx, Optional<Caller.Agent> by, Widget widget, String action) {
        by.ifPresent(agent -> audit.record(tx, agent, action, widget.key(), "version " + widget.version()));
        tx.tellAfterCommit(new Notice(Notice.Topic.WIDGET, widget.id().value()));
    }
}
