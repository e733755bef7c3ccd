package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.widget.WidgetDocument.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static String best(String locale, String accepted, String... tags) {
        Map<String, Texts> texts = Arrays.stream(tags)
                .collect(Collectors.toMap(
                        Function.identity(),
                        tag -> new Texts(Optional.of(tag), Optional.empty(), Optional.empty(), Optional.empty())));
        return Languages.of(Optional.of(locale).filter(text -> !text.isEmpty()), Optional.of(accepted))
                .texts(texts)
                .flatMap(Texts::greeting)
                .orElse("");
    }

    @Test
    void whatIsAskedForWinsOverWhatTheBrowserPrefers() {
        assertThat(best("de", "ar,en;q=0.5", "en", "de", "ar")).isEqualTo("de");
        assertThat(best("", "fr, ar;q=0.9, en;q=0.5", "en", "de", "ar")).isEqualTo("ar");
        assertThat(best("fr", "en;q=0.5, de", "en", "de")).isEqualTo("de");
    }

    @Test
    void languageIsFoundAcrossRegions() {
        assertThat(best("de-AT", "", "en", "de")).isEqualTo("de");
        assertThat(best("pt", "", "en", "pt-BR")).isEqualTo("pt-BR");
        assertThat(best("PT-br", "", "en", "pt-BR")).isEqualTo("pt-BR");
    }

    @Test
    void whatCannotBeUnderstoodSaysNothing() {
        for (String text : new String[] {"", "*", "???", "de;q=x", ",,", "x".repeat(2_000)}) {
            assertThat(best(text, text, "en", "de")).as(text).isEmpty();
        }
    }
}
