package dev.parley.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.MailServer;
import dev.parley.app.Product;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mail of one address, and the links in it.
record Mailbox(MailServer server, String address) {
    private static final Pattern LINK = Pattern.compile("(/\\S*)#([A-Za-z0-9_-]{22,})");

    static Mailbox of(MailServer server, String name) {
        return new Mailbox(server, name + "-" + Product.newId() + "@example.com");
    }

    /// The newest mail, when so many have come.
    MailServer.Arrived mail(int count) {
        return server.arrived(address, count).getLast();
    }

    /// The token of the link in it, which leads to this page.
    String token(int count, String page) {
        MailServer.Arrived mail = mail(count);
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        assertThat(link.group(1)).endsWith(page);
        return link.group(2);
    }
}
