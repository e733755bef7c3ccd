package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private final Origins origins = new Origins(publicUrl("https://desk.example/"));

    @Test
    void publicAddressIsOurs() {
        assertThat(origins.own("https://desk.example", "10.0.0.7:8080", false)).isTrue();
        assertThat(origins.own("https://DESK.example:443", "10.0.0.7:8080", false))
                .isTrue();
    }

    @Test
    void hostThatWasAskedIsOurs() {
        assertThat(origins.own("http://localhost:8080", "localhost:8080", false))
                .isTrue();
        assertThat(origins.own("http://localhost", "localhost:80", false)).isTrue();
    }

    @Test
    void anythingElseIsNot() {
        for (String foreign : new String[] {
            "",
            "null",
            "http://desk.example",
            "https://desk.example:8443",
            "https://desk.example.evil.example",
            "https://desk.example@evil.example",
            "https://localhost:8080",
            "file://",
            "not an address"
        }) {
            assertThat(origins.own(foreign, "localhost:8080", false))
                    .as(foreign)
                    .isFalse();
        }
        assertThat(origins.own("http://", "", false)).isFalse();
    }

    private static Settings publicUrl(String url) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(Map.of("parley.public-url", url), "test", 100))
                .build()
                .getConfigMapping(Settings.class);
    }
}
