package dev.parley.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What people read outside of the pages, from `messages/*.properties`, a bundle for each module that says something;
/// in English where their language is missing.
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(String bundle, Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(bundle, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    /// The texts of `messages/NAME*.properties`.
    public static Texts of(String name, String language) {
        return new Texts("messages." + name, Locale.forLanguageTag(language));
    }

    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
