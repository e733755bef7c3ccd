package dev.parley.transcript;

import dev.parley.mail.Texts;
import java.util.Locale;

/// The words of a transcript in its reader's language, from `messages/transcript*.properties`, or in English.
final class Words {
    static final String BUNDLE = "transcript";
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private final Texts texts;
    private final Locale locale;

    private Words(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    static Words in(Locale wanted) {
        Texts texts = Texts.of(BUNDLE, wanted.toLanguageTag());
        // Dates of a language among words of another would read worse than English dates.
        return texts.text("language").equals(wanted.getLanguage())
                ? new Words(texts, wanted)
                : new Words(Texts.of(BUNDLE, "en"), Locale.ENGLISH);
    }

    /// How dates and times are written among these words.
    Locale locale() {
        return locale;
    }

    String text(String key, Object... values) {
        return texts.text(key, values);
    }

    /// What somebody else wrote, kept from turning the text around it.
    static String isolated(String foreign) {
        return ISOLATE + foreign + END_OF_ISOLATE;
    }
}
