package dev.parley.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// A real mail server that keeps what it is given.
public final class MailServer implements AutoCloseable {

    private final GreenMail server;

    /// A mail as it arrived.
    public record Arrived(String from, String to, String subject, String text, String messageId) {}

    /// Where the product under test looks for one.
    public MailServer() {
        this(ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class));
    }

    public MailServer(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /// What has arrived for this address, when so many have come.
    public List<Arrived> arrived(String to, int count) {
        Patience.until("mail to " + to, () -> arrived(to).size() >= count);
        return arrived(to);
    }

    public List<Arrived> arrived(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::read)
                .filter(mail -> mail.to().equals(to))
                .toList();
    }

    private static Arrived read(MimeMessage mail) {
        try {
            return new Arrived(
                    mail.getFrom()[0].toString(),
                    mail.getAllRecipients()[0].toString(),
                    mail.getSubject(),
                    mail.getContent().toString().replace("\r\n", "\n"),
                    mail.getMessageID());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
