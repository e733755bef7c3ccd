package dev.parley.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void everyLanguageSaysEverything() {
        for (String language : List.of("de", "ar")) {
            ResourceBundle own = ResourceBundle.getBundle(Texts.BUNDLE, Locale.of(language));
            assertThat(own.getLocale().getLanguage()).isEqualTo(language);
            ResourceBundle english = ResourceBundle.getBundle(Texts.BUNDLE, Locale.ROOT);
            for (String key : english.keySet()) {
                assertThat(own.getString(key)).as(language + " " + key).isNotEqualTo(english.getString(key));
            }
            assertThat(own.keySet()).isEqualTo(english.keySet());
        }
    }

    @Test
    void languageThatIsMissingReadsEnglish() {
        assertThat(Texts.in("fr").text("unseen.subject", "Sales")).isEqualTo("A chat request is waiting in Sales");
        assertThat(Texts.in("de-AT").text("unseen.subject", "Sales")).isEqualTo("Eine Chat-Anfrage wartet in Sales");
    }

    @Test
    void whatPeopleAreCalledIsNeverTakenForAPlaceholder() {
        assertThat(Texts.in("en").text("unseen.subject", "{1} '{0}'")).endsWith("{1} '{0}'");
    }
}
