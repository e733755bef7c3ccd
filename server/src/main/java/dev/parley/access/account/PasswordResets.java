package dev.parley.access.account;

import dev.parley.access.Entrance;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.Refusal;
import dev.parley.mail.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/// People who have forgotten their password ask for a link to choose a new one. Whether it was sent they see in their
/// mail, and nowhere else.
@ApplicationScoped
class PasswordResets {
    private final AccountDoors doors;
    private final AccountRequests requests;
    private final DeskSettings settings;

    PasswordResets(AccountDoors doors, AccountRequests requests, DeskSettings settings) {
        this.doors = doors;
        this.requests = requests;
        this.settings = settings;
    }

    void ask(Entrance entrance, EmailAddress email, Optional<String> language, String address) {
        doors.requirePasswordReset();
        EmailAddress.fault(email.value()).ifPresent(code -> {
            throw Refusal.fields(Map.of("email", code));
        });
        requests.requireRoom(address, email);
        requests.addReset(
                AccountRequest.Kind.resetOf(entrance),
                email.value(),
                language.orElseGet(() -> settings.text(DeskSetting.LOCALE)));
    }
}
