package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void everyLanguageSaysEverything() {
        for (String bundle : List.of("messages.notification", "messages.account", "messages.chat")) {
            ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT);
            for (String language : List.of("de", "ar")) {
                saysAllOf(english, ResourceBundle.getBundle(bundle, Locale.of(language)), language);
            }
        }
    }

    private static void saysAllOf(ResourceBundle english, ResourceBundle own, String language) {
        assertThat(own.getLocale().getLanguage()).isEqualTo(language);
        for (String key : english.keySet()) {
            assertThat(own.getString(key)).as(language + " " + key).isNotEqualTo(english.getString(key));
            assertThat(placeholders(own.getString(key)))
                    .as(language + " " + key)
                    .isEqualTo(placeholders(english.getString(key)));
        }
        assertThat(own.keySet()).isEqualTo(english.keySet());
    }

    private static List<String> placeholders(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void languageThatIsMissingReadsEnglish() {
        assertThat(Texts.of("notification", "fr").text("unseen.subject", "Sales"))
                .isEqualTo("A chat request is waiting in Sales");
        assertThat(Texts.of("notification", "de-AT").text("unseen.subject", "Sales"))
                .isEqualTo("Eine Chat-Anfrage wartet in Sales");
    }

    @Test
    void whatPeopleAreCalledIsNeverTakenForAPlaceholder() {
        assertThat(Texts.of("notification", "en").text("unseen.subject", "{1} '{0}'"))
                .endsWith("{1} '{0}'");
    }
}
