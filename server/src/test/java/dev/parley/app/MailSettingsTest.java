package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MailSettingsTest {
    private static Map<String, String> mailer(Map<String, String> values) {
        return Main.mailer(Sources.settings(values).mail());
    }

    @Test
    void mailServerIsSpokenToUnderStarttlsUnlessSaidOtherwise() {
        assertThat(mailer(Map.of("parley.mail.host", "smtp.example.com")))
                .containsEntry("quarkus.mailer.host", "smtp.example.com")
                .containsEntry("quarkus.mailer.port", "587")
                .containsEntry("quarkus.mailer.start-tls", "REQUIRED")
                .containsEntry("quarkus.mailer.tls", "false")
                .doesNotContainKeys("quarkus.mailer.username", "quarkus.mailer.password");
        assertThat(mailer(Map.of("parley.mail.tls", "tls", "parley.mail.user", "u", "parley.mail.password", "p")))
                .containsEntry("quarkus.mailer.start-tls", "DISABLED")
                .containsEntry("quarkus.mailer.tls", "true")
                .containsEntry("quarkus.mailer.username", "u")
                .containsEntry("quarkus.mailer.password", "p");
        assertThat(mailer(Map.of("parley.mail.tls", "off"))).containsEntry("quarkus.mailer.start-tls", "DISABLED");
    }

    @Test
    void senderIsAtThePublicHostUnlessSaidOtherwise() {
        Settings usual = Sources.settings(Map.of("parley.public-url", "https://chat.example.com"));
        assertThat(usual.mailFrom()).isEqualTo("parley@chat.example.com");
        assertThat(Sources.settings(Map.of("parley.mail.from", "desk@example.com"))
                        .mailFrom())
                .isEqualTo("desk@example.com");
    }
}
