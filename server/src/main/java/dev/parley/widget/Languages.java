package dev.parley.widget;

import dev.parley.widget.WidgetDocument.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The languages somebody can read, the best first, as `Accept-Language` writes them.
record Languages(List<Locale.LanguageRange> ranges) {
    private static final int LONGEST = 500;

    /// What each says in turn; what cannot be understood says nothing.
    static Languages of(Optional<String> locale, Optional<String> acceptLanguage) {
        return new Languages(Stream.concat(locale.stream(), acceptLanguage.stream())
                .flatMap(text -> ranges(text).stream())
                // "Any" is no language that anybody asked for.
                .filter(range -> !range.getRange().startsWith("*"))
                .toList());
    }

    private static List<Locale.LanguageRange> ranges(String text) {
        try {
            return text.length() > LONGEST ? List.of() : Locale.LanguageRange.parse(text);
        } catch (IllegalArgumentException misshapen) {
            return List.of();
        }
    }

    /// What is said in the best of these languages.
    Optional<Texts> texts(Map<String, Texts> texts) {
        return best(texts.keySet()).map(texts::get);
    }

    /// The best of these: the very language, one less particular (`de` for `de-AT`), or one more (`de-AT` for `de`).
    private Optional<String> best(Collection<String> tags) {
        return Optional.ofNullable(Locale.lookupTag(ranges, tags))
                .or(() -> Locale.filterTags(ranges, tags).stream().findFirst())
                .flatMap(found -> tags.stream().filter(found::equalsIgnoreCase).findFirst());
    }
}
