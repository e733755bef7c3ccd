package dev.parley.access;

import dev.parley.base.GroupId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL on people of all kinds and what agents are permitted.
@Singleton
class PersonStore {
    private static final String PERSON = """
            select p.id, p.kind, p.name, coalesce(a.valid, u.valid and c.valid, true) as valid, c.name as company,
                   (select string_agg(r.group_id || ' ' || substr(r.permission, 6), ',')
                      from permission r join group_ g on g.id = r.group_id and g.valid
                     where r.agent_id = a.id and r.permission like 'chat_%') as levels
              from person p
              left join agent a on a.id = p.id
              left join customer_user u on u.id = p.id
              left join customer c on c.id = u.customer_id
             where p.id = :id
            """;
    private static final String HOLDING = """
            select distinct r.agent_id
              from permission r
              join agent a on a.id = r.agent_id and a.valid
              join group_ g on g.id = r.group_id and g.valid
             where r.group_id = :group and r.permission = any(:permissions)
            """;
    private static final String CREATE = """
            insert into person (id, kind, name, created_at) values (:id, 'public_user', :name, :at)
            """;
    private static final String CREATE_PUBLIC = """
            insert into public_user (id, email, locale, page_title, page_url)
            values (:id, :email, :locale, :title, :url)
            """;

    private static final String RENAME = "update person set name = :name where id = :id";
    private static final String VOUCH = """
            update public_user
               set verified = true, locale = coalesce(:locale, locale), email = coalesce(:email, email),
                   email_verified = email_verified or cast(:email as text) is not null
             where id = :id
            """;

    /// A person with what is remembered of him.
    record Known(PersonRef person, boolean valid, Optional<String> company, Permissions permissions) {}

    Optional<Known> person(Handle handle, PersonId id) {
        return handle.createQuery(PERSON)
                .bind("id", id.value())
                .map((row, context) -> known(row))
                .findOne();
    }

    private static Known known(ResultSet row) throws SQLException {
        var person = new PersonRef(
                new PersonId(Rows.uuid(row, "id")),
                PersonRef.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"));
        Permissions permissions =
                Rows.optionalText(row, "levels").map(SessionStore::permissions).orElse(Permissions.NONE);
        return new Known(person, row.getBoolean("valid"), Rows.optionalText(row, "company"), permissions);
    }

    Set<PersonId> holding(Handle handle, GroupId group, Level level) {
        String[] enough = Arrays.stream(Level.values())
                .filter(held -> held.atLeast(level))
                .map(held -> "chat_" + held.wireName())
                .toArray(String[]::new);
        return new HashSet<>(handle.createQuery(HOLDING)
                .bind("group", group.value())
                .bind("permissions", enough)
                .mapTo(UUID.class)
                .map(PersonId::new)
                .list());
    }

    void create(Handle handle, PublicUsers.Newcomer newcomer, Instant at) {
        UUID id = newcomer.person().id().value();
        handle.createUpdate(CREATE)
                .bind("id", id)
                .bind("name", newcomer.person().name())
                .bind("at", at)
                .execute();
        handle.createUpdate(CREATE_PUBLIC)
                .bind("id", id)
                .bind("email", newcomer.email().orElse(null))
                .bind("locale", newcomer.locale().orElse(null))
                .bind("title", newcomer.pageTitle().orElse(null))
                .bind("url", newcomer.pageUrl().orElse(null))
                .execute();
    }

    void vouch(Handle handle, PublicUsers.Vouched vouched) {
        UUID id = vouched.person().id().value();
        handle.createUpdate(RENAME)
                .bind("id", id)
                .bind("name", vouched.person().name())
                .execute();
        handle.createUpdate(VOUCH)
                .bind("id", id)
                .bind("email", vouched.email().orElse(null))
                .bind("locale", vouched.locale().orElse(null))
                .execute();
    }
}
