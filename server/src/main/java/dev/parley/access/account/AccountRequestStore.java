package dev.parley.access.account;

import dev.parley.access.Token;
import dev.parley.base.PersonId;
import dev.parley.storage.Rows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL on what people asked for who cannot sign in.
@Singleton
class AccountRequestStore {
    private static final String ADD = """
            insert into account_request (id, kind, email, locale, created_at)
            select :id, :kind, :email, :locale, :at
             where (select count(*) from account_request where done_at is null and created_at > :since) < :most
            """;
    private static final String ADD_NEWCOMER = """
            update account_request
               set name = :name, company = :company, time_zone = :timeZone, password_hash = :hash, browser_hash = :browser
             where id = :id
            """;
    /// The oldest new one that no other worker has in hand; it stays locked until the transaction ends.
    private static final String NEXT = """
            select id, kind, email, locale, person_id, created_at as expires_at, done_at
              from account_request
             where token_hash is null and done_at is null
             order by created_at, id
             limit 1
               for update skip locked
            """;
    private static final String MAILED = """
            update account_request set token_hash = :hash, expires_at = :expires, person_id = :person where id = :id
            """;
    private static final String BY_TOKEN = """
            select id, kind, email, locale, person_id, expires_at, done_at
              from account_request
             where token_hash = :hash
               for update
            """;
    private static final String NEWCOMER = """
            select id, name, email, company, password_hash, browser_hash, locale, time_zone
              from account_request
             where id = :id and kind = 'registration' and name is not null
            """;
    /// Nothing of who it was is needed any more; and nobody else's link to the same leads on. One that is being used at
    /// this moment goes its own way: waiting for it, while it waits for this one, would help neither.
    private static final String DONE = """
            update account_request
               set done_at = :at, name = null, company = null, time_zone = null, password_hash = null, browser_hash = null
             where id in (
                select id from account_request
                 where done_at is null
                   and (id = :id
                        or person_id = :person
                        or kind = 'registration' and :kind = 'registration' and lower(email) = lower(:email))
                   for update skip locked)
            """;
    private static final String SWEEP = "delete from account_request where created_at < :before";

    /// False if too many wait already.
    boolean add(Handle handle, UUID id, AccountRequest.Kind kind, String email, String locale, Instant at, Open open) {
        return handle.createUpdate(ADD)
                        .bind("id", id)
                        .bind("kind", wireName(kind))
                        .bind("email", email)
                        .bind("locale", locale)
                        .bind("at", at)
                        .bind("since", open.since())
                        .bind("most", open.most())
                        .execute()
                == 1;
    }

    /// How many may be open that were made since then.
    record Open(Instant since, int most) {}

    void describe(Handle handle, Newcomer newcomer) {
        handle.createUpdate(ADD_NEWCOMER)
                .bind("id", newcomer.id().value())
                .bind("name", newcomer.name())
                .bind("company", newcomer.company().orElse(null))
                .bind("timeZone", newcomer.timeZone())
                .bind("hash", newcomer.passwordHash())
                .bind("browser", newcomer.browserHash())
                .execute();
    }

    Optional<AccountRequest> next(Handle handle) {
        return handle.createQuery(NEXT).map((row, context) -> request(row)).findOne();
    }

    void mailed(Handle handle, AccountRequest request, Token token, Instant expiresAt, Optional<PersonId> person) {
        handle.createUpdate(MAILED)
                .bind("id", request.id())
                .bind("hash", token.hash())
                .bind("expires", expiresAt)
                .bind("person", person.map(PersonId::value).orElse(null))
                .execute();
    }

    /// The request that this link is the answer to; locked, so that a link is used once.
    Optional<AccountRequest> byToken(Handle handle, Token token) {
        return handle.createQuery(BY_TOKEN)
                .bind("hash", token.hash())
                .map((row, context) -> request(row))
                .findOne();
    }

    Optional<Newcomer> newcomer(Handle handle, UUID id) {
        return handle.createQuery(NEWCOMER)
                .bind("id", id)
                .map((row, context) -> newcomer(row))
                .findOne();
    }

    void done(Handle handle, AccountRequest request, Instant at) {
        handle.createUpdate(DONE)
                .bind("id", request.id())
                .bind("kind", wireName(request.kind()))
                .bind("email", request.email())
                .bind("person", request.person().map(PersonId::value).orElse(null))
                .bind("at", at)
                .execute();
    }

    void sweep(Handle handle, Instant before) {
        handle.createUpdate(SWEEP).bind("before", before).execute();
    }

    private static String wireName(AccountRequest.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static AccountRequest request(ResultSet row) throws SQLException {
        return new AccountRequest(
                Rows.uuid(row, "id"),
                AccountRequest.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("email"),
                row.getString("locale"),
                Rows.optionalUuid(row, "person_id").map(PersonId::new),
                Rows.instant(row, "expires_at"),
                Rows.optionalInstant(row, "done_at").isPresent());
    }

    private static Newcomer newcomer(ResultSet row) throws SQLException {
        return new Newcomer(
                new PersonId(Rows.uuid(row, "id")),
                row.getString("name"),
                row.getString("email"),
                Rows.optionalText(row, "company"),
                Objects.requireNonNull(row.getString("password_hash")),
                Objects.requireNonNull(row.getBytes("browser_hash")),
                row.getString("locale"),
                row.getString("time_zone"));
    }
}
