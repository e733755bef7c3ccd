package dev.parley.widget;

import java.util.List;
import java.util.Optional;

/// The lines that put a widget into a page, and what that page's policy must allow.
public record Snippet(String lines, String policy) {
    private static final String QUEUE =
            "<script>(function(w,g){w[g]=w[g]||function(){(w[g].q=w[g].q||[]).push(arguments)}})(window,'Parley')</script>";

    /// For a widget of the desk at this address.
    public static Snippet of(Widget widget, String address) {
        WidgetDocument.Look look = widget.document().look();
        var script = new StringBuilder("<script async");
        attribute(script, "src", Optional.of(address + "/widget/v1/loader.js"));
        attribute(script, "data-widget", Optional.of(widget.key()));
        attribute(script, "data-accent", look.accent());
        attribute(script, "data-theme", unusual(look.theme().wireName(), WidgetDocument.Theme.AUTO.wireName()));
        attribute(script, "data-position", unusual(look.position().wireName(), WidgetDocument.Position.END.wireName()));
        attribute(script, "data-launcher-label", onlyLauncher(widget.document()));
        return new Snippet(
                QUEUE + "\n" + script.append("></script>"), "script-src " + address + "; frame-src " + address);
    }

    /// The words on the launcher if there are but one language's: a label in a page holds for all who read it.
    private static Optional<String> onlyLauncher(WidgetDocument document) {
        List<String> launchers = document.texts().values().stream()
                .flatMap(texts -> texts.launcher().stream())
                .toList();
        return launchers.size() == 1 ? Optional.of(launchers.getFirst()) : Optional.empty();
    }

    private static Optional<String> unusual(String value, String usual) {
        return Optional.of(value).filter(given -> !given.equals(usual));
    }

    private static void attribute(StringBuilder into, String name, Optional<String> value) {
        value.ifPresent(text -> into.append(' ')
                .append(name)
                .append("=\"")
                .append(text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))
                .append('"'));
    }
}
