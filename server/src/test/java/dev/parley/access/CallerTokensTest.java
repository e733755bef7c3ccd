package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerTokensTest {
    private final CallerTokens plain = tokens(Map.of());
    private final CallerTokens https = tokens(Map.of("parley.public-url", "https://desk.example"));

    @Test
    void eachInterfaceHasItsOwnCookie() {
        String cookies = "theme=dark; parley-agent=AAA;parley-customer=BBB; parley-public=";
        assertThat(plain.fromCookieHeader(cookies, "agent")).contains("AAA");
        assertThat(plain.fromCookieHeader(cookies, "customer")).contains("BBB");
        assertThat(plain.fromCookieHeader(cookies, "public")).isEmpty();
        assertThat(plain.fromCookieHeader(cookies, "administrator")).isEmpty();
        assertThat(plain.fromCookieHeader("", "agent")).isEmpty();
        assertThat(plain.fromCookieHeader("xparley-agent=AAA", "agent")).isEmpty();
    }

    @Test
    void overHttpsOnlyThePrefixedCookieCounts() {
        assertThat(https.fromCookieHeader("parley-agent=AAA", "agent")).isEmpty();
        assertThat(https.fromCookieHeader("__Host-parley-agent=AAA", "agent")).contains("AAA");
        var cookie = https.cookie(Entrance.AGENT, "AAA");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    private static CallerTokens tokens(Map<String, String> settings) {
        return new CallerTokens(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(Settings.class));
    }
}
