package dev.parley.widget;

import java.util.Optional;

/// The lines that put a widget into a page, and what that page's policy must allow.
public record Snippet(String lines, String policy) {
    private static final String QUEUE =
            "<script>(function(w,g){w[g]=w[g]||function(){(w[g].q=w[g].q||[]).push(arguments)}})(window,'Parley')</script>";

    /// For a widget of the desk at this address; `locale` is the desk's language, for the words on the launcher.
    public static Snippet of(Widget widget, String address, String locale) {
        WidgetDocument.Look look = widget.document().look();
        var script = new StringBuilder("<script async");
        attribute(script, "src", Optional.of(address + "/widget/v1/loader.js"));
        attribute(script, "data-widget", Optional.of(widget.key()));
        attribute(script, "data-accent", look.accent());
        attribute(script, "data-theme", unusual(look.theme().wireName(), WidgetDocument.Theme.AUTO.wireName()));
        attribute(script, "data-position", unusual(look.position().wireName(), WidgetDocument.Position.END.wireName()));
        attribute(
                script,
                "data-launcher-label",
                Languages.of(Optional.of(locale), Optional.empty())
                        .texts(widget.document().texts())
                        .flatMap(WidgetDocument.Texts::launcher));
        return new Snippet(
                QUEUE + "\n" + script.append("></script>"), "script-src " + address + "; frame-src " + address);
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
