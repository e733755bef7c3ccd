package dev.parley.widget.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.base.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the page around a public user has told so far: facts, tags, and the last pages and events, the newest last.
/// None
/// of it is verified.
public record VisitorContext(Attributes attributes, List<String> tags, List<Viewed> pages, List<Happened> events) {
    public static final VisitorContext NONE = new VisitorContext(Attributes.NONE, List.of(), List.of(), List.of());
    private static final int MOST_PAGES = 20;
    private static final int MOST_EVENTS = 20;

    /// A page he looked at.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Viewed(Optional<String> title, Optional<String> url, Instant at) {}

    /// Something that happened there.
    public record Happened(String name, Attributes data, Instant at) {}

    /// The same with what is told now. Refused if it is more facts than there is room for; of pages and events the
    /// oldest
    /// make room.
    VisitorContext with(Told told, Instant at) {
        return new VisitorContext(
                attributes(told),
                told.tags().orElse(tags),
                told.page().map(page -> visited(page, at)).orElse(pages),
                newest(
                        Stream.concat(
                                events.stream(),
                                told.events().stream().map(event -> new Happened(event.name(), event.data(), at))),
                        MOST_EVENTS));
    }

    private Attributes attributes(Told told) {
        var values = new LinkedHashMap<>(attributes.values());
        told.forgotten().forEach(values::remove);
        values.putAll(told.attributes().values());
        if (values.size() > Attributes.MOST) {
            throw Refusal.fields(Map.of("attributes", "too_long"));
        }
        return new Attributes(values);
    }

    /// The page he is on already is no other page, whatever its title says meanwhile.
    private List<Viewed> visited(Told.Page page, Instant at) {
        boolean same = !pages.isEmpty()
                && pages.getLast().url().equals(page.url())
                && (page.url().isPresent() || pages.getLast().title().equals(page.title()));
        return same
                ? pages
                : newest(
                        Stream.concat(pages.stream(), Stream.of(new Viewed(page.title(), page.url(), at))), MOST_PAGES);
    }

    private static <T> List<T> newest(Stream<T> all, int most) {
        List<T> list = all.toList();
        return list.subList(Math.max(0, list.size() - most), list.size());
    }
}
