package dev.parley.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.Settings;
import dev.parley.widget.Documents;
import dev.parley.widget.Widget;
import dev.parley.widget.WidgetVersions;
import dev.parley.widget.visitor.WidgetKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The widget that stands on the demo shop's pages.
@ApplicationScoped
public class DemoWidget {
    static final String KEY = "northwind-shop";
    private static final String NAME = "Northwind Outdoor Store";
    private static final String DOCUMENT = "/demo/widget.json";

    private final WidgetVersions widgets;
    private final Documents documents;
    private final Settings settings;
    private final ObjectMapper json;
    private final WidgetKeys keys;

    DemoWidget(WidgetVersions widgets, Documents documents, Settings settings, ObjectMapper json, WidgetKeys keys) {
        this.widgets = widgets;
        this.documents = documents;
        this.settings = settings;
        this.json = json;
        this.keys = keys;
    }

    /// Makes it, or lets the one that is there stand on the shop's pages at the port of today.
    public void fill() {
        Optional<Widget> there = widgets.all().stream()
                .filter(widget -> widget.key().equals(KEY))
                .findFirst();
        if (there.isEmpty()) {
            widgets.create(Optional.of(KEY), wanted(NAME, document(), Set.of()));
        } else if (!there.get().sites().containsAll(sites())) {
            Widget before = there.get();
            ObjectNode document = documents.written(before.document());
            widgets.change(KEY, wanted(before.name(), document, new LinkedHashSet<>(before.sites())));
        }
    }

    /// A new secret at every start: the shop keeps it in memory only.
    public String newSecret() {
        return keys.newSecret(KEY);
    }

    private WidgetVersions.Wanted wanted(String name, ObjectNode document, Set<String> before) {
        var all = new LinkedHashSet<>(before);
        all.addAll(sites());
        ArrayNode array = document.putArray("sites");
        all.forEach(array::add);
        return new WidgetVersions.Wanted(name, document);
    }

    private List<String> sites() {
        return List.of("http://localhost:" + settings.shopPort(), "http://127.0.0.1:" + settings.shopPort());
    }

    private ObjectNode document() {
        try (InputStream in = Objects.requireNonNull(DemoWidget.class.getResourceAsStream(DOCUMENT))) {
            return (ObjectNode) json.readTree(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
