package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
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
        assertThat(https.cookie(Entrance.AGENT, "AAA"))
                .isEqualTo("__Host-parley-agent=AAA; Path=/; HttpOnly; Secure; SameSite=Strict");
        assertThat(https.cookie(Entrance.CUSTOMER, "AAA"))
                .isEqualTo("__Host-parley-customer=AAA; Path=/; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void widgetsCookieIsTheSameEverywhereAndGoodBeneathOneSiteOnly() {
        for (CallerTokens tokens : List.of(plain, https)) {
            assertThat(tokens.cookie(Entrance.WIDGET, "AAA"))
                    .isEqualTo("__Host-v=AAA; Path=/; HttpOnly; Secure; SameSite=None; Partitioned");
            assertThat(tokens.noCookie(Entrance.WIDGET))
                    .isEqualTo("__Host-v=; Path=/; HttpOnly; Secure; SameSite=None; Partitioned; Max-Age=0");
            assertThat(tokens.fromCookieHeader("parley-public=BBB; __Host-v=AAA", "widget"))
                    .contains("AAA");
            assertThat(tokens.fromCookieHeader("parley-widget=AAA; v=AAA", "widget"))
                    .isEmpty();
        }
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
