package dev.parley.access;

import dev.parley.base.PersonId;
import dev.parley.mail.Outbox;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// How people can be reached elsewhere than in Parley.
@ApplicationScoped
public class Contacts {
    private static final String CONTACT = """
            select coalesce(c.email, v.email) as email, c.id is not null or v.email_verified as email_verified,
                   c.id is not null or v.verified as verified,
                   coalesce(c.locale, v.locale) as locale, c.time_zone, v.page_title, v.page_url
              from person p
              left join customer_user c on c.id = p.id
              left join public_user v on v.id = p.id
             where p.id = :person and p.kind <> 'agent'
            """;

    private static final String MAILBOX = """
            select coalesce(a.email, c.email) as email, coalesce(a.locale, c.locale) as locale
              from person p
              left join agent a on a.id = p.id and a.valid
              left join (customer_user c join customer k on k.id = c.customer_id and k.valid) on c.id = p.id and c.valid
             where p.id = :person and coalesce(a.email, c.email) is not null
            """;

    private final Database database;
    private final Outbox outbox;

    /// Where somebody with a valid account receives mail, and in which language.
    public record Mailbox(String email, String language) {
        @Override
        public String toString() {
            return "Mailbox";
        }
    }

    Contacts(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /// Nothing where there is no mail server to send by.
    public Optional<Mailbox> mailbox(PersonId person) {
        if (!outbox.on()) {
            return Optional.empty();
        }
        return database.read(handle -> handle.createQuery(MAILBOX)
                .bind("person", person.value())
                .map((row, context) -> new Mailbox(row.getString("email"), row.getString("locale")))
                .findOne());
    }

    /// How to reach somebody outside the desk; nothing for agents and unknown people.
    public Optional<Contact> contact(PersonId person) {
        return database.read(handle -> handle.createQuery(CONTACT)
                .bind("person", person.value())
                .map((row, context) -> new Contact(
                        Rows.optionalText(row, "email"),
                        row.getBoolean("email_verified"),
                        row.getBoolean("verified"),
                        Rows.optionalText(row, "locale"),
                        Rows.optionalText(row, "time_zone"),
                        Rows.optionalText(row, "page_title"),
                        Rows.optionalText(row, "page_url")))
                .findOne());
    }
}
