package dev.parley.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d");
    // What is the same in German is only how a line is put together.
    private static final Set<String> PATTERNS = Set.of("direction", "moment", "and", "said", "happened", "because");

    private static ResourceBundle bundle(String language) {
        return bundleOf(Locale.forLanguageTag(language));
    }

    private static ResourceBundle bundleOf(Locale locale) {
        return ResourceBundle.getBundle("messages." + Words.BUNDLE, locale);
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(found -> found.group()).toList());
    }

    @Test
    void everyLanguageSaysEverything() {
        ResourceBundle english = bundleOf(Locale.ROOT);
        for (String language : List.of("de", "ar")) {
            ResourceBundle own = bundle(language);
            assertThat(own.getLocale().getLanguage()).isEqualTo(language);
            assertThat(own.keySet()).isEqualTo(english.keySet());
            for (String key : english.keySet()) {
                assertThat(places(own.getString(key)))
                        .as(language + " " + key)
                        .isEqualTo(places(english.getString(key)));
                if (!PATTERNS.contains(key)) {
                    assertThat(own.getString(key)).as(language + " " + key).isNotEqualTo(english.getString(key));
                }
            }
        }
    }

    @Test
    void languageThatIsMissingReadsEnglishWithEnglishDates() {
        assertThat(Words.in(Locale.FRENCH).text("title", "Sales")).isEqualTo("Conversation in Sales");
        assertThat(Words.in(Locale.FRENCH).locale()).isEqualTo(Locale.ENGLISH);
        assertThat(Words.in(Locale.forLanguageTag("de-AT")).locale().toLanguageTag())
                .isEqualTo("de-AT");
        assertThat(Words.in(Locale.UK).locale()).isEqualTo(Locale.UK);
    }

    @Test
    void whatPeopleWriteIsNeverTakenForAPlaceholder() {
        assertThat(Words.in(Locale.ENGLISH).text("said", "10:42", "{2} '{0}'", "it's {1}"))
                .isEqualTo("[10:42] {2} '{0}': it's {1}");
    }
}
