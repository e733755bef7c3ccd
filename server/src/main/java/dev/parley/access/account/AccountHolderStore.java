package dev.parley.access.account;

import dev.parley.access.Entrance;
import dev.parley.base.CustomerId;
import dev.parley.base.PersonId;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// SQL on the accounts that people make for themselves, and of which they have forgotten the password.
@Singleton
class AccountHolderStore {
    private static final String AGENT = """
            select p.id, p.name, a.login, a.email
              from agent a join person p on p.id = a.id
             where a.valid and (lower(a.email) = lower(:email) or a.id = :id)
            """;
    private static final String CUSTOMER_USER = """
            select p.id, p.name, u.login, u.email
              from customer_user u join person p on p.id = u.id join customer c on c.id = u.customer_id
             where u.valid and c.valid and (lower(u.email) = lower(:email) or u.id = :id)
            """;
    private static final String TAKEN = """
            select exists (select from customer_user where lower(email) = lower(:email) or lower(login) = lower(:email))
            """;
    private static final String ADD_PERSON = """
            insert into person (id, kind, name, created_at) values (:id, 'customer_user', :name, :at)
            """;
    // Somebody else's customer may bear this number already; it is not the newcomer's to join.
    private static final String ADD_CUSTOMER = """
            insert into customer (id, number, name)
            values (:id, :email || case when exists (select from customer where number = :email) then ' ' || :id else '' end,
                    :name)
            """;
    private static final String ADD_CUSTOMER_USER = """
            insert into customer_user (id, customer_id, login, email, password_hash, locale, time_zone)
            values (:id, :customer, :email, :email, :hash, :locale, :timeZone)
            on conflict do nothing
            """;
    private static final String SET_AGENT_PASSWORD = "update agent set password_hash = :hash where id = :id";
    private static final String SET_CUSTOMER_PASSWORD = "update customer_user set password_hash = :hash where id = :id";

    /// Who receives mail under this address and has a valid account at this entrance.
    Optional<AccountHolder> holder(Handle handle, Entrance entrance, String email) {
        return holder(handle.createQuery(sql(entrance)).bind("email", email).bind("id", (Object) null));
    }

    Optional<AccountHolder> holder(Handle handle, Entrance entrance, PersonId id) {
        return holder(handle.createQuery(sql(entrance)).bind("email", "").bind("id", id.value()));
    }

    private static String sql(Entrance entrance) {
        return entrance == Entrance.AGENT ? AGENT : CUSTOMER_USER;
    }

    private static Optional<AccountHolder> holder(Query query) {
        return query.map((row, context) -> new AccountHolder(
                        new PersonId(Rows.uuid(row, "id")),
                        row.getString("name"),
                        row.getString("login"),
                        row.getString("email")))
                .findOne();
    }

    /// Whether a customer user, valid or not, has this email or signs in with it.
    boolean taken(Handle handle, String email) {
        return handle.createQuery(TAKEN)
                .bind("email", email)
                .mapTo(boolean.class)
                .one();
    }

    /// False if somebody else has the email or the login since.
    boolean add(Handle handle, Newcomer newcomer, CustomerId customer, Instant at) {
        handle.createUpdate(ADD_PERSON)
                .bind("id", newcomer.id().value())
                .bind("name", newcomer.name())
                .bind("at", at)
                .execute();
        handle.createUpdate(ADD_CUSTOMER)
                .bind("id", customer.value())
                .bind("email", newcomer.email())
                .bind("name", newcomer.customer())
                .execute();
        return handle.createUpdate(ADD_CUSTOMER_USER)
                        .bind("id", newcomer.id().value())
                        .bind("customer", customer.value())
                        .bind("email", newcomer.email())
                        .bind("hash", newcomer.passwordHash())
                        .bind("locale", newcomer.locale())
                        .bind("timeZone", newcomer.timeZone())
                        .execute()
                == 1;
    }

    void setPassword(Handle handle, Entrance entrance, PersonId id, String hash) {
        handle.createUpdate(entrance == Entrance.AGENT ? SET_AGENT_PASSWORD : SET_CUSTOMER_PASSWORD)
                .bind("id", id.value())
                .bind("hash", hash)
                .execute();
    }
}
