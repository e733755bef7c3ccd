package dev.parley.widget;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.base.WidgetId;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The widgets, all in memory; read again when a notice says that one changed.
@ApplicationScoped
public class Widgets {
    private static final String ALL = "all";
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final LoadingCache<String, List<Widget>> known;

    Widgets(Database database, WidgetStore store, Notices notices) {
        known = Caffeine.newBuilder().expireAfterWrite(READ_AGAIN_AFTER).build(all -> database.read(store::all));
        // Waits for a reading that began before the change, so that it is not what is kept.
        notices.forgetOn(Notice.Topic.WIDGET, notice -> known.invalidate(ALL));
    }

    /// The valid widget of this key.
    public Widget byKey(String key) {
        return found(key).filter(Widget::valid).orElseThrow(() -> new Refusal(Code.NOT_FOUND, "no such widget"));
    }

    /// The widget of this id, valid or not.
    public Optional<Widget> byId(WidgetId id) {
        return all().stream().filter(widget -> widget.id().equals(id)).findFirst();
    }

    /// The built-in widget: the external interface's own window.
    public Widget external() {
        return byKey(Widget.EXTERNAL);
    }

    /// The widget of this key, valid or not.
    Optional<Widget> found(String key) {
        return all().stream().filter(widget -> widget.key().equals(key)).findFirst();
    }

    /// All, valid or not, the built-in one first, then by key.
    List<Widget> all() {
        return known.get(ALL);
    }
}
