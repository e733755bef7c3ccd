package dev.parley.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.base.CannotStart;
import dev.parley.base.Settings;
import dev.parley.widget.Documents;
import dev.parley.widget.Snippet;
import dev.parley.widget.Widget;
import dev.parley.widget.WidgetVersions;
import dev.parley.widget.visitor.WidgetKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/// `./run widget …`: the words after it are the command, and then its values, an empty one for each that was left out.
@ApplicationScoped
public class WidgetWork {
    private final WidgetVersions widgets;
    private final Documents documents;
    private final Settings settings;
    private final ObjectMapper json;
    private final WidgetKeys keys;

    WidgetWork(WidgetVersions widgets, Documents documents, Settings settings, ObjectMapper json, WidgetKeys keys) {
        this.widgets = widgets;
        this.documents = documents;
        this.settings = settings;
        this.json = json;
        this.keys = keys;
    }

    /// Does it, and says what was done or found.
    public String run(String... words) {
        return switch (words[0]) {
            case "list" -> widgets.all().stream().map(WidgetWork::line).collect(Collectors.joining("\n"));
            case "show" -> written(widgets.widget(words[1]));
            case "create" -> created(widgets.create(given(words[1]), wanted(words[2], words[3])));
            case "set" -> changed(words[1], words[2], words[3]);
            case "secret" -> keys.newSecret(words[1]);
            case "snippet" -> snippet(widgets.widget(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static String line(Widget widget) {
        String sites = widget.sites().isEmpty() ? "no sites" : String.join(" ", widget.sites());
        return "%s  version %d  %s%s  %s"
                .formatted(widget.key(), widget.version(), widget.name(), widget.valid() ? "" : " (invalid)", sites);
    }

    private String written(Widget widget) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(documents.written(widget.document()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> given(String word) {
        return Optional.of(word).filter(text -> !text.isEmpty());
    }

    private WidgetVersions.Wanted wanted(String name, String file) {
        JsonNode document = given(file).map(Path::of).map(this::document).orElse(MissingNode.getInstance());
        return new WidgetVersions.Wanted(name, document);
    }

    private JsonNode document(Path file) {
        try {
            return json.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException notJson) {
            var place = notJson.getLocation();
            throw new CannotStart(
                    file + " is not JSON at line " + place.getLineNr() + ", column " + place.getColumnNr(), notJson);
        } catch (IOException failed) {
            throw new CannotStart(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static String created(Widget widget) {
        return "The widget " + widget.key() + " is there, version " + widget.version() + ".";
    }

    private String changed(String key, String name, String file) {
        Widget before = widgets.widget(key);
        Widget after = widgets.change(key, wanted(given(name).orElse(before.name()), file));
        return "The widget " + key + " is at version " + after.version()
                + (after.version() == before.version() ? ", as it was before." : ".");
    }

    private String snippet(Widget widget) {
        Snippet snippet = Snippet.of(widget, settings.address());
        return """
                %s

                If the page has a content policy, it must allow: %s
                The widget starts on these sites only: %s\
                """.formatted(snippet.lines(), snippet.policy(), String.join(" ", widget.sites()));
    }
}
