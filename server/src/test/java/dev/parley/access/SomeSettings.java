package dev.parley.access;

import dev.parley.base.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// Settings as they are usual but for these.
final class SomeSettings {
    private SomeSettings() {}

    static Settings of(Map<String, String> others) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(others, "test", 100))
                .build()
                .getConfigMapping(Settings.class);
    }
}
