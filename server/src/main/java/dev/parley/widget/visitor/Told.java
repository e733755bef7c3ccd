package dev.parley.widget.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.base.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a page tells at once of its visitor and of itself, with everything checked. Nobody vouches for it.
///
/// `attributes` are added to what was told before and `forgotten` ones taken away; `tags`, if there are any, take the
/// place of those before.
public record Told(
        Attributes attributes,
        Set<String> forgotten,
        Optional<List<String>> tags,
        Optional<Page> page,
        List<Event> events) {
    private static final int MOST_TAGS = 50;
    private static final int MOST_EVENTS = 10;
    private static final int MOST_DATA = 10;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_URL = 2_000;
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");

    /// A web page as it names itself.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(Optional<String> title, Optional<String> url) {
        /// What the browser sent along by itself is made to fit; nothing, if nothing of it does.
        static Optional<Page> of(Page given) {
            var page = new Page(
                    given.title().map(title -> OneLine.of(title, LONGEST_TITLE)).filter(title -> !title.isEmpty()),
                    given.url()
                            .filter(url -> url.length() <= LONGEST_URL
                                    && WEB_ADDRESS.matcher(url).matches()));
            return Optional.of(page)
                    .filter(one -> one.title().isPresent() || one.url().isPresent());
        }
    }

    /// Something that happened on the page.
    public record Event(String name, Attributes data) {}

    /// The shape in which a page tells it. An attribute that is `null` is one to be forgotten.
    public record Body(
            Optional<Page> page,
            Optional<Map<String, @Nullable Object>> attributes,
            Optional<List<String>> tags,
            Optional<List<Happened>> events) {
        /// An event as it comes.
        public record Happened(Optional<String> name, Optional<Map<String, Object>> data) {}

        /// Refused if a page's script got it wrong: more than there is room for, not flat, or a tag that is not among
        /// those the widget knows.
        public Told told(List<String> knownTags) {
            Map<String, @Nullable Object> given = attributes.orElse(Map.of());
            var kept = new LinkedHashMap<String, Object>();
            var forgotten = new HashSet<String>();
            given.forEach((name, value) -> {
                if (value == null) {
                    forgotten.add(Attributes.name(name, "attributes"));
                } else {
                    kept.put(name, value);
                }
            });
            return new Told(
                    Attributes.of(kept, Attributes.MOST, "attributes"),
                    forgotten,
                    tags.map(wanted -> requireKnown(wanted, knownTags)),
                    page.flatMap(Page::of),
                    events.map(Body::events).orElse(List.of()));
        }

        private static List<String> requireKnown(List<String> wanted, List<String> known) {
            if (wanted.size() > MOST_TAGS) {
                throw Refusal.fields(Map.of("tags", "too_long"));
            }
            if (!known.containsAll(wanted)) {
                throw Refusal.fields(Map.of("tags", "unknown"));
            }
            return wanted.stream().distinct().toList();
        }

        private static List<Event> events(List<Happened> happened) {
            if (happened.size() > MOST_EVENTS) {
                throw Refusal.fields(Map.of("events", "too_long"));
            }
            var events = new ArrayList<Event>();
            for (int i = 0; i < happened.size(); i++) {
                String field = "events[" + i + "]";
                Happened one = happened.get(i);
                String name = one.name().orElseThrow(() -> Refusal.fields(Map.of(field + ".name", "required")));
                events.add(new Event(
                        Attributes.name(name, field + ".name"),
                        Attributes.of(one.data().orElse(Map.of()), MOST_DATA, field + ".data")));
            }
            return events;
        }
    }
}
