package dev.parley.notification;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What people read outside of the pages, from `messages/notification*.properties`; in English where their language
/// is missing.
final class Texts {
    static final String BUNDLE = "messages.notification";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    static Texts in(String language) {
        return new Texts(Locale.forLanguageTag(language));
    }

    String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
