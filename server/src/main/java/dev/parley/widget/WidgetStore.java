package dev.parley.widget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.base.ChannelId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.WidgetId;
import dev.parley.storage.Rows;
import dev.parley.web.Fields;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL on widgets and their versions.
@Singleton
class WidgetStore {
    private static final String LOCK = "lock table widget in share row exclusive mode";
    private static final String ALL = """
            select w.id, w.key, w.name, w.valid, w.version, v.document
              from widget w join widget_version v on v.widget_id = w.id and v.version = w.version
             order by w.key <> 'external', w.key
            """;
    private static final String LOCKED = """
            select w.id, w.key, w.name, w.valid, w.version, v.document
              from widget w join widget_version v on v.widget_id = w.id and v.version = w.version
             where w.key = :key
               for update of w
            """;
    private static final String ADD = """
            insert into widget (id, key, name, version, created_at) values (:id, :key, :name, :version, :at)
            """;
    private static final String ADD_VERSION = """
            insert into widget_version (widget_id, version, document, at, by_id)
            values (:id, :version, :document, :at, cast(:by as uuid))
            """;
    private static final String CHANGE = "update widget set name = :name, version = :version where id = :id";
    private static final String SET_VALID = "update widget set valid = :valid where id = :id";
    private static final String VERSIONS = """
            select v.version, v.document, v.at, p.id as person, p.kind, p.name
              from widget_version v left join person p on p.id = v.by_id
             where v.widget_id = :id and v.version < :below
             order by v.version desc
             limit :limit
            """;

    private final ObjectMapper json;

    /// What a widget was set to at some time, and by whom; nobody, if it was by the server's command line.
    record Version(int number, WidgetDocument document, Instant at, Optional<PersonRef> by) {}

    WidgetStore(ObjectMapper json) {
        this.json = json;
    }

    /// Lets one transaction at a time look for a key and then add it.
    void lock(Handle handle) {
        handle.execute(LOCK);
    }

    /// All of them, valid or not, the built-in one first.
    List<Widget> all(Handle handle) {
        return handle.createQuery(ALL).map((row, context) -> widget(row)).list();
    }

    /// The widget of this key, held until the end of the transaction.
    Optional<Widget> locked(Handle handle, String key) {
        return handle.createQuery(LOCKED)
                .bind("key", key)
                .map((row, context) -> widget(row))
                .findOne();
    }

    void add(Handle handle, Widget widget, Instant at, Optional<PersonId> by) {
        handle.createUpdate(ADD)
                .bind("id", widget.id().value())
                .bind("key", widget.key())
                .bind("name", widget.name())
                .bind("version", widget.version())
                .bind("at", at)
                .execute();
        addVersion(handle, widget, at, by);
    }

    /// Makes the widget be what it is given as; its version is a new one.
    void change(Handle handle, Widget widget, Instant at, Optional<PersonId> by) {
        addVersion(handle, widget, at, by);
        handle.createUpdate(CHANGE)
                .bind("id", widget.id().value())
                .bind("name", widget.name())
                .bind("version", widget.version())
                .execute();
    }

    private void addVersion(Handle handle, Widget widget, Instant at, Optional<PersonId> by) {
        handle.createUpdate(ADD_VERSION)
                .bind("id", widget.id().value())
                .bind("version", widget.version())
                .bind("document", json.valueToTree(widget.document()).toString())
                .bind("at", at)
                .bindByType("by", by.map(PersonId::value).orElse(null), UUID.class)
                .execute();
    }

    void setValid(Handle handle, WidgetId id, boolean valid) {
        handle.createUpdate(SET_VALID)
                .bind("id", id.value())
                .bind("valid", valid)
                .execute();
    }

    /// The versions below this one, newest first.
    List<Version> versions(Handle handle, WidgetId id, int below, int limit) {
        return handle.createQuery(VERSIONS)
                .bind("id", id.value())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> version(row))
                .list();
    }

    private Version version(ResultSet row) throws SQLException {
        Optional<UUID> person = Rows.optionalUuid(row, "person");
        Optional<PersonRef> by = person.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonRef(
                        new PersonId(person.get()),
                        PersonRef.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name")));
        return new Version(row.getInt("version"), document(row), Rows.instant(row, "at"), by);
    }

    private Widget widget(ResultSet row) throws SQLException {
        return new Widget(
                new WidgetId(Rows.uuid(row, "id")),
                row.getString("key"),
                row.getString("name"),
                row.getBoolean("valid"),
                row.getInt("version"),
                document(row));
    }

    /// What is stored was right once; were a rule to become stricter, the desk still opens, with the default in its
    /// place.
    private WidgetDocument document(ResultSet row) throws SQLException {
        var reader = new DocumentReader(new Fields(), id -> Optional.of(ChannelId.of(id)));
        try {
            return reader.read(json.readTree(row.getString("document")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of ours cannot be read", impossible);
        }
    }
}
