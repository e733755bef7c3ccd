package dev.parley.access.customer;

import dev.parley.base.CustomerId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// SQL that finds customer users. Its conditions are those of the indexes in V30.
@Singleton
class CustomerUserStore {
    private static final String COLUMNS = """
            select p.id, p.name, u.login, u.email, u.locale, u.time_zone, u.valid and c.valid as valid,
                   c.id as customer_id, c.number as customer_number, c.name as customer_name,
                   (select max(s.used_at) from session s where s.person_id = p.id and s.ended_at is null) as used_at
            """;
    private static final String ONE = COLUMNS + """
              from customer_user u
              join person p on p.id = u.id
              join customer c on c.id = u.customer_id
             where u.id = :id
            """;
    private static final String BEHIND = """
               and (cast(:after as uuid) is null
                    or (p.search_name, p.id) > ((select search_name from person where id = :after), :after))
             order by p.search_name, p.id
             limit :limit
            """;
    private static final String ALL = COLUMNS + """
              from person p
              join customer_user u on u.id = p.id and u.valid
              join customer c on c.id = u.customer_id and c.valid
             where p.kind = 'customer_user'
            """ + BEHIND;
    // Each word of the search begins a word of the name, the login, the email or the customer; which one does not
    // matter.
    private static final String FOUND = """
            with wanted as (
                select n, ('''' || word || ''':*')::tsquery as query
                  from unnest(tsvector_to_array(search_words(:words))) with ordinality as w(word, n)),
            hit as (
                select n, p.id
                  from wanted join person p on p.kind = 'customer_user' and search_words(p.name) @@ query
                union
                select n, u.id
                  from wanted join customer_user u on search_words(u.login || ' ' || u.email) @@ query
                union
                select n, u.id
                  from wanted
                  join customer c on search_words(c.name || ' ' || c.number) @@ query
                  join customer_user u on u.customer_id = c.id)
            """ + COLUMNS + """
              from (select id from hit group by id having count(*) = (select count(*) from wanted)) found
              join person p on p.id = found.id
              join customer_user u on u.id = p.id and u.valid
              join customer c on c.id = u.customer_id and c.valid
             where true
            """ + BEHIND;

    Optional<CustomerUser> one(Handle handle, PersonId id) {
        return handle.createQuery(ONE)
                .bind("id", id.value())
                .map((row, context) -> user(row))
                .findOne();
    }

    /// Those who may sign in, by name, behind `after`.
    List<CustomerUser> all(Handle handle, Optional<PersonId> after, int limit) {
        return page(handle.createQuery(ALL), after, limit);
    }

    /// Those of them whom all these words fit.
    List<CustomerUser> found(Handle handle, String words, Optional<PersonId> after, int limit) {
        return page(handle.createQuery(FOUND).bind("words", words), after, limit);
    }

    private static List<CustomerUser> page(Query query, Optional<PersonId> after, int limit) {
        return query.bind("after", after.map(PersonId::value).orElse(null))
                .bind("limit", limit)
                .map((row, context) -> user(row))
                .list();
    }

    private static CustomerUser user(ResultSet row) throws SQLException {
        return new CustomerUser(
                new PersonRef(new PersonId(Rows.uuid(row, "id")), PersonRef.Kind.CUSTOMER_USER, row.getString("name")),
                row.getString("login"),
                row.getString("email"),
                new CustomerUser.Customer(
                        new CustomerId(Rows.uuid(row, "customer_id")),
                        row.getString("customer_number"),
                        row.getString("customer_name")),
                row.getString("locale"),
                row.getString("time_zone"),
                row.getBoolean("valid"),
                Rows.optionalInstant(row, "used_at"));
    }
}
