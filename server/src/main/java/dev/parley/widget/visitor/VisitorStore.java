package dev.parley.widget.visitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.base.PersonId;
import dev.parley.base.WidgetId;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL on visitors and the tokens that made them known.
@Singleton
class VisitorStore {
    private static final String VISITOR = """
            select person_id, widget_id, subject, customer, attributes from visitor where person_id = :person
            """;
    private static final String SAME = """
            select :person as person_id
             union
            (select other.person_id
               from visitor me join visitor other on other.widget_id = me.widget_id and other.subject = me.subject
              where me.person_id = :person
              order by other.identified_at desc
              limit 20)
            """;
    private static final String CAME = """
            insert into visitor (person_id, widget_id) values (:person, :widget) on conflict (person_id) do nothing
            """;
    // Two devices that come for the first time at the same instant are to become one person.
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(:subject, hashtext(cast(:widget as text))))
            """;
    private static final String NEWEST = """
            select person_id from visitor
             where widget_id = :widget and subject = :subject
             order by identified_at desc
             limit 1
            """;
    private static final String BECOME = """
            insert into visitor (person_id, widget_id, subject, identified_at, customer, attributes)
            values (:person, :widget, :subject, :at, :customer, :attributes)
            on conflict (person_id) do update
               set subject = excluded.subject, customer = excluded.customer, attributes = excluded.attributes,
                   identified_at = coalesce(visitor.identified_at, excluded.identified_at)
            """;
    private static final String SPEND = """
            insert into identity_token (widget_id, id_hash, expires_at) values (:widget, :hash, :expires)
            on conflict do nothing
            """;
    private static final String FORGET_EXPIRED = "delete from identity_token where expires_at <= :at";

    private final ObjectMapper json;

    VisitorStore(ObjectMapper json) {
        this.json = json;
    }

    Optional<Visitor> visitor(Handle handle, PersonId person) {
        return handle.createQuery(VISITOR)
                .bind("person", person.value())
                .map((row, context) -> visitor(row))
                .findOne();
    }

    private Visitor visitor(ResultSet row) throws SQLException {
        return new Visitor(
                new PersonId(Rows.uuid(row, "person_id")),
                new WidgetId(Rows.uuid(row, "widget_id")),
                Rows.optionalText(row, "subject"),
                Rows.optionalText(row, "customer"),
                attributes(row.getString("attributes")));
    }

    private Attributes attributes(String document) {
        try {
            return json.readValue(document, Attributes.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of ours cannot be read", impossible);
        }
    }

    Set<PersonId> same(Handle handle, PersonId person) {
        return new HashSet<>(handle.createQuery(SAME)
                .bind("person", person.value())
                .mapTo(UUID.class)
                .map(PersonId::new)
                .list());
    }

    void came(Handle handle, PersonId person, WidgetId widget) {
        handle.createUpdate(CAME)
                .bind("person", person.value())
                .bind("widget", widget.value())
                .execute();
    }

    void lock(Handle handle, WidgetId widget, String subject) {
        handle.createQuery(LOCK)
                .bind("widget", widget.value())
                .bind("subject", subject)
                .mapToMap()
                .one();
    }

    Optional<PersonId> newest(Handle handle, WidgetId widget, String subject) {
        return handle.createQuery(NEWEST)
                .bind("widget", widget.value())
                .bind("subject", subject)
                .mapTo(UUID.class)
                .findOne()
                .map(PersonId::new);
    }

    /// Who is the subject already stays it since then; the newest is who became it last.
    void become(Handle handle, PersonId person, WidgetId widget, IdentityToken token, Instant at) {
        handle.createUpdate(BECOME)
                .bind("person", person.value())
                .bind("widget", widget.value())
                .bind("subject", token.subject())
                .bind("at", at)
                .bind("customer", token.customer().orElse(null))
                .bind("attributes", json.valueToTree(token.attributes()).toString())
                .execute();
    }

    /// False if the token was used before.
    boolean spend(Handle handle, WidgetId widget, IdentityToken token) {
        return handle.createUpdate(SPEND)
                        .bind("widget", widget.value())
                        .bind("hash", hash(token.id()))
                        .bind("expires", token.expiresAt())
                        .execute()
                == 1;
    }

    void forgetExpired(Handle handle, Instant at) {
        handle.createUpdate(FORGET_EXPIRED).bind("at", at).execute();
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
