package dev.parley.access;

import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.mail.EmailAddress;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// People without an account: a name, what they tell about themselves, and where they came from. Nothing of it is
/// verified, unless the page they came from vouches for it.
@ApplicationScoped
public class PublicUsers {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_URL = 2_000;
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");

    private final PersonStore store;
    private final Clock clock;

    /// A public user who is not stored yet, with everything checked.
    public record Newcomer(
            PersonRef person,
            Optional<String> email,
            Optional<String> locale,
            Optional<String> pageTitle,
            Optional<String> pageUrl) {
        /// What the visitor typed is refused if it is wrong; what his page sent along by itself is left out.
        public static Newcomer of(
                PersonId id,
                @Nullable String name,
                @Nullable String email,
                @Nullable String locale,
                @Nullable String pageTitle,
                @Nullable String pageUrl) {
            var person = new PersonRef(
                    id, PersonRef.Kind.PUBLIC_USER, PersonName.of(name, "name").value());
            return new Newcomer(
                    person,
                    email(email),
                    Optional.ofNullable(locale)
                            .filter(tag -> LOCALE.matcher(tag).matches()),
                    Optional.ofNullable(pageTitle).map(Newcomer::title).filter(title -> !title.isEmpty()),
                    Optional.ofNullable(pageUrl)
                            .filter(url -> url.length() <= LONGEST_URL
                                    && WEB_ADDRESS.matcher(url).matches()));
        }

        private static Optional<String> email(@Nullable String given) {
            String email = given == null ? "" : given.strip();
            if (email.isEmpty()) {
                return Optional.empty();
            }
            EmailAddress.fault(email).ifPresent(code -> {
                throw Refusal.fields(Map.of("email", code));
            });
            return Optional.of(email);
        }

        private static String title(String given) {
            String clean = given.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", " ")
                    .strip();
            int length = clean.codePointCount(0, clean.length());
            return length <= LONGEST_TITLE ? clean : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_TITLE));
        }
    }

    /// What a page vouches for of its visitor.
    public record Vouched(PersonRef person, Optional<String> email, Optional<String> locale) {
        /// What does not fit is left out: it is beyond the visitor to put it right.
        public static Vouched of(PersonId id, PersonName name, Optional<String> email, Optional<String> locale) {
            return new Vouched(
                    new PersonRef(id, PersonRef.Kind.PUBLIC_USER, name.value()),
                    email.map(String::strip)
                            .filter(address -> EmailAddress.fault(address).isEmpty()),
                    locale.filter(tag -> LOCALE.matcher(tag).matches()));
        }

        private Newcomer newcomer() {
            return new Newcomer(person, email, locale, Optional.empty(), Optional.empty());
        }
    }

    PublicUsers(PersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public PersonRef create(Tx tx, Newcomer newcomer) {
        store.create(tx.handle(), newcomer, clock.instant());
        return newcomer.person();
    }

    /// Somebody new whom a page vouches for from the beginning.
    public void create(Tx tx, Vouched vouched) {
        create(tx, vouched.newcomer());
        store.vouch(tx.handle(), vouched);
    }

    /// Somebody who is here already is from now on who a page says he is.
    public void vouch(Tx tx, Vouched vouched) {
        store.vouch(tx.handle(), vouched);
        tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, vouched.person().id().value()));
    }
}
