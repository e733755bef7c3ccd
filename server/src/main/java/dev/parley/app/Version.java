package dev.parley.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version this was built as.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("/build.properties"))) {
            var properties = new Properties();
            properties.load(in);
            return new String[] {"Parley " + properties.getProperty("version")};
        }
    }
}
