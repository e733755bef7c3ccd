package dev.parley.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// What this was built as.
public final class Build {
    private Build() {}

    /// The product's version.
    public static String version() {
        return Objects.requireNonNull(properties().getProperty("version"));
    }

    private static Properties properties() {
        try (InputStream in = Objects.requireNonNull(Build.class.getResourceAsStream("/build.properties"))) {
            var properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
