package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Ids;
import dev.parley.base.WidgetId;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static final String ADDRESS = "https://chat.example.com";

    private static Snippet snippet(String document) {
        var widget = new Widget(new WidgetId(Ids.next()), "shop", "Shop", true, 1, Written.read(document));
        return Snippet.of(widget, ADDRESS);
    }

    @Test
    void linesNameTheLoaderAndTheWidget() {
        Snippet snippet = snippet("{}");
        assertThat(snippet.lines().lines().toList().getFirst()).startsWith("<script>(function(w,g){");
        assertThat(snippet.lines().lines().toList().getLast())
                .isEqualTo(
                        "<script async src=\"https://chat.example.com/widget/v1/loader.js\" data-widget=\"shop\"></script>");
        assertThat(snippet.policy())
                .isEqualTo("script-src https://chat.example.com; frame-src https://chat.example.com");
    }

    @Test
    void whatShowsBeforeAClickStandsInThePage() {
        String document = """
                {"look": {"accent": "#0f766e", "theme": "dark", "position": "left"},
                 "texts": {"en": {"greeting": "Hello"}, "de": {"launcher": "\\"Fragen\\" & <mehr>"}}}
                """;
        assertThat(snippet(document).lines())
                .contains(" data-accent=\"#0f766e\" data-theme=\"dark\" data-position=\"left\"")
                .contains(" data-launcher-label=\"&quot;Fragen&quot; &amp; &lt;mehr>\"");
    }

    @Test
    void wordsInSeveralLanguagesAreNotForAPage() {
        String document = """
                {"texts": {"en": {"launcher": "Ask"}, "de": {"launcher": "Fragen"}}}
                """;
        assertThat(snippet(document).lines()).doesNotContain("launcher-label");
    }
}
