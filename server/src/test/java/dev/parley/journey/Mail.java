package dev.parley.journey;

import dev.parley.app.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail server for one product, where people of the story look into their mail.
final class Mail implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S*#\\S+)");

    private final int port;
    private final MailServer server;

    Mail() {
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        this.server = new MailServer(port);
    }

    /// The demo company with this server to send by.
    Product demo() {
        return Product.demo(Map.of(
                "PARLEY_MAIL_HOST", "127.0.0.1",
                "PARLEY_MAIL_PORT", Integer.toString(port),
                "PARLEY_MAIL_TLS", "off"));
    }

    /// The newest mail to this address, when so many have come.
    MailServer.Arrived newest(String to, int count) {
        return server.arrived(to, count).getLast();
    }

    /// The page that the link in it leads to.
    String link(String to, int count) {
        MailServer.Arrived mail = newest(to, count);
        Matcher link = LINK.matcher(mail.text());
        if (!link.find()) {
            throw new AssertionError("no link in: " + mail.text());
        }
        return link.group(1);
    }

    @Override
    public void close() {
        server.close();
    }
}
