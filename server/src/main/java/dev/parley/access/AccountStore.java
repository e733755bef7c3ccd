package dev.parley.access;

import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL on the accounts people sign in to.
@Singleton
class AccountStore {
    private static final String AGENT = """
            select p.id, p.name, a.password_hash
              from agent a join person p on p.id = a.id
             where (lower(a.login) = lower(:name) or lower(a.email) = lower(:name)) and a.valid
             order by lower(a.login) = lower(:name) desc
             limit 1
            """;
    private static final String CUSTOMER_USER = """
            select p.id, p.name, u.password_hash
              from customer_user u join person p on p.id = u.id join customer c on c.id = u.customer_id
             where (lower(u.login) = lower(:name) or lower(u.email) = lower(:name)) and u.valid and c.valid
             order by lower(u.login) = lower(:name) desc
             limit 1
            """;
    private static final String FALL_BACK = """
            update agent set availability = 'internal' where id = :id and availability = 'external'
            """;
    private static final String SECRET = "select login, email, password_hash from agent where id = :id";
    private static final String SET_PASSWORD = "update agent set password_hash = :hash where id = :id";

    /// A person with the hash of his password.
    record Account(PersonRef person, String passwordHash) {
        @Override
        public String toString() {
            return "Account[" + person.id() + "]";
        }
    }

    /// What a password is checked against: the old one's hash, and the words a new one must not contain.
    record Secret(String login, String email, String passwordHash) {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /// The valid account with this login or, failing that, this email.
    Optional<Account> account(Handle handle, Entrance entrance, String name) {
        return switch (entrance) {
            case AGENT -> account(handle, AGENT, entrance.kind(), name);
            case CUSTOMER -> account(handle, CUSTOMER_USER, entrance.kind(), name);
            case PUBLIC, WIDGET -> Optional.empty();
        };
    }

    private static Optional<Account> account(Handle handle, String sql, PersonRef.Kind kind, String name) {
        return handle.createQuery(sql)
                .bind("name", name)
                .map((row, context) -> account(row, kind))
                .findOne();
    }

    private static Account account(ResultSet row, PersonRef.Kind kind) throws SQLException {
        var person = new PersonRef(new PersonId(Rows.uuid(row, "id")), kind, row.getString("name"));
        return new Account(person, row.getString("password_hash"));
    }

    /// Takes the agent back from external to internal; says whether he was external.
    boolean fallBack(Handle handle, PersonId agent) {
        return handle.createUpdate(FALL_BACK).bind("id", agent.value()).execute() == 1;
    }

    Secret secret(Handle handle, PersonId agent) {
        return handle.createQuery(SECRET)
                .bind("id", agent.value())
                .map((row, context) ->
                        new Secret(row.getString("login"), row.getString("email"), row.getString("password_hash")))
                .one();
    }

    void setPassword(Handle handle, PersonId agent, String hash) {
        handle.createUpdate(SET_PASSWORD)
                .bind("id", agent.value())
                .bind("hash", hash)
                .execute();
    }
}
