package dev.parley.access;

import dev.parley.base.PersonId;
import dev.parley.storage.Database;
import dev.parley.storage.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// How people outside the desk can be reached.
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

    private final Database database;

    Contacts(Database database) {
        this.database = database;
    }

    /// Nothing for agents and unknown people.
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
