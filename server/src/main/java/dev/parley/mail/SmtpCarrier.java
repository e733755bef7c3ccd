package dev.parley.mail;

import dev.parley.base.Settings;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Hands letters to the mail server of the settings.
@Singleton
class SmtpCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final String from;

    SmtpCarrier(ReactiveMailer mailer, Settings settings) {
        this.mailer = mailer;
        this.from = settings.mailFrom();
    }

    @Override
    public void carry(Letter letter, String messageId) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text())
                .setFrom(from)
                .addHeader("Message-ID", messageId)
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(PATIENCE);
        } catch (RuntimeException failed) {
            throw refused(failed) ? new Undeliverable(failed) : failed;
        }
    }

    private static boolean refused(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp && smtp.isPermanent()) {
                return true;
            }
        }
        return false;
    }
}
