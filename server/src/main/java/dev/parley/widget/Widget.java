package dev.parley.widget;

import dev.parley.base.ChannelId;
import dev.parley.base.WidgetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The record that says how the chat window behaves on certain web pages, in its newest version. Pages know it by its
/// key.
public record Widget(WidgetId id, String key, String name, boolean valid, int version, WidgetDocument document) {
    /// The key of the built-in widget: the external interface's own window.
    public static final String EXTERNAL = "external";

    /// Whether it is the built-in one, which stands on no other page and is always valid.
    public boolean external() {
        return key.equals(EXTERNAL);
    }

    /// The exact origins of the pages it may stand on.
    public List<String> sites() {
        return document.sites();
    }

    /// Whether the desk behind it is open; without office hours it always is.
    public boolean open(Instant at) {
        return document.hours().map(hours -> hours.open(at)).orElse(true);
    }

    /// When the desk opens next; empty while it is open.
    public Optional<Instant> opensAt(Instant at) {
        return document.hours().flatMap(hours -> hours.opensAt(at));
    }

    /// Whether it leads to this channel; without a list it leads to every channel that is open to the asker.
    public boolean leadsTo(ChannelId channel) {
        return document.channels().isEmpty() || document.channels().contains(channel);
    }
}
