package dev.parley.access.account;

import dev.parley.access.Passwords;
import dev.parley.access.PersonName;
import dev.parley.mail.EmailAddress;
import dev.parley.web.Fields;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the registration page asks for; what is missing is empty.
record RegistrationForm(
        String firstName,
        String lastName,
        String email,
        String company,
        String password,
        Optional<String> locale,
        Optional<String> timeZone) {
    private static final int LONGEST_COMPANY = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    String name() {
        return firstName + " " + lastName;
    }

    /// Refuses all that is wrong at once.
    void check(Passwords passwords) {
        var fields = new Fields();
        name(fields, "firstName", firstName);
        name(fields, "lastName", lastName);
        PersonName.fault(name()).ifPresent(code -> fields.wrong("lastName", code));
        EmailAddress.fault(email).ifPresent(code -> fields.wrong("email", code));
        if (company.codePointCount(0, company.length()) > LONGEST_COMPANY) {
            fields.wrong("company", "too_long");
        }
        if (password.isEmpty()) {
            fields.wrong("password", "required");
        }
        passwords.rules(password, firstName, lastName, email).forEach(fields::wrong);
        fields.check();
    }

    private static void name(Fields fields, String field, String value) {
        PersonName.fault(value).ifPresent(code -> fields.wrong(field, code));
    }

    /// The language the page spoke, unless it is none.
    Optional<String> language() {
        return locale.flatMap(RegistrationForm::language);
    }

    static Optional<String> language(String tag) {
        return LANGUAGE.matcher(tag).matches() ? Optional.of(tag) : Optional.empty();
    }

    /// The time zone of the browser, unless we do not know it.
    Optional<String> knownTimeZone() {
        return timeZone.filter(zone -> {
            try {
                return !ZoneId.of(zone).getId().isEmpty();
            } catch (DateTimeException unknown) {
                return false;
            }
        });
    }

    @Override
    public String toString() {
        return "RegistrationForm";
    }
}
