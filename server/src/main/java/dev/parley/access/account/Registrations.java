package dev.parley.access.account;

import dev.parley.access.Passwords;
import dev.parley.access.PersonName;
import dev.parley.access.Token;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.mail.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;

/// People ask for accounts of customer users for themselves. What comes of it they read in their mail, and nowhere
/// else.
@ApplicationScoped
class Registrations {
    private final AccountDoors doors;
    private final AccountRequests requests;
    private final Passwords passwords;
    private final DeskSettings settings;
    private final SecureRandom random = new SecureRandom();

    Registrations(AccountDoors doors, AccountRequests requests, Passwords passwords, DeskSettings settings) {
        this.doors = doors;
        this.requests = requests;
        this.passwords = passwords;
        this.settings = settings;
    }

    /// Gives a secret for the browser that asked, whatever comes of it.
    String ask(RegistrationForm form, String address) {
        doors.requireRegistration();
        form.check(passwords);
        requests.requireRoom(address, new EmailAddress(form.email()));
        Token browser = Token.random(random);
        requests.add(newcomer(form, passwords.hash(form.password()), browser));
        return browser.secret();
    }

    private Newcomer newcomer(RegistrationForm form, String passwordHash, Token browser) {
        return new Newcomer(
                new PersonId(Ids.next()),
                PersonName.clean(form.name()),
                form.email(),
                Optional.of(PersonName.clean(form.company())).filter(company -> !company.isEmpty()),
                passwordHash,
                browser.hash(),
                form.language().orElseGet(() -> settings.text(DeskSetting.LOCALE)),
                form.knownTimeZone().orElseGet(() -> settings.text(DeskSetting.TIME_ZONE)));
    }
}
