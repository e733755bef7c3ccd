package dev.parley.access.account;

import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/// Which ways to an account are open. All of them lead through a mailbox, so without a mail server there are none.
@ApplicationScoped
public class AccountDoors {
    private final DeskSettings settings;
    private final Outbox outbox;

    AccountDoors(DeskSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    /// Whether people may make accounts of customer users for themselves.
    public boolean registration() {
        return outbox.on() && settings.on(DeskSetting.REGISTRATION);
    }

    /// Whether a forgotten password can be replaced.
    public boolean passwordReset() {
        return outbox.on();
    }

    void requireRegistration() {
        if (!registration()) {
            throw new Refusal(Code.FORBIDDEN, "nobody makes an account here by himself");
        }
    }

    void requirePasswordReset() {
        if (!passwordReset()) {
            throw new Refusal(Code.FORBIDDEN, "no mail is sent here");
        }
    }
}
