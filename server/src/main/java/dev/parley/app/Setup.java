package dev.parley.app;

import dev.parley.access.Passwords;
import dev.parley.access.Sessions;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.ChannelId;
import dev.parley.base.Code;
import dev.parley.base.GroupId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The first administrator. There is exactly one first, however many try at once.
@ApplicationScoped
class Setup {
    private static final int LONGEST_NAME = 64;
    private static final String USERS = "users";
    private static final String DEFAULT = "default";

    private final Database database;
    private final CompanyStore store;
    private final DeskSettings settings;
    private final SetupCode code;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    Setup(
            Database database,
            CompanyStore store,
            DeskSettings settings,
            SetupCode code,
            Passwords passwords,
            Sessions sessions,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.settings = settings;
        this.code = code;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    boolean needed() {
        return !database.read(store::hasAdministrator);
    }

    /// The code to print, as long as there is no administrator.
    Optional<String> code() {
        return needed() ? Optional.of(code.shown()) : Optional.empty();
    }

    /// Makes the first administrator and gives the token of his session.
    String perform(SetupForm form, String device) {
        requireNeeded(needed());
        code.require(form.code());
        check(form);
        String hash = passwords.hash(form.password());
        return database.write(tx -> {
            store.lock(tx.handle());
            requireNeeded(!store.hasAdministrator(tx.handle()));
            PersonRef person = addAdministrator(tx, form, hash);
            settings.set(tx, Map.of(DeskSetting.NAME, form.deskName(), DeskSetting.TIME_ZONE, form.timeZone()));
            return sessions.start(tx, person, device);
        });
    }

    private static void requireNeeded(boolean needed) {
        if (!needed) {
            throw new Refusal(Code.CONFLICT, "there is an administrator already");
        }
    }

    private void check(SetupForm form) {
        var faults = new Faults();
        faults.line("firstName", form.firstName(), LONGEST_NAME);
        faults.line("lastName", form.lastName(), LONGEST_NAME);
        faults.addIf(form.name().codePointCount(0, form.name().length()) > LONGEST_NAME, "lastName", "too_long");
        faults.email("email", form.email());
        faults.line("deskName", form.deskName(), LONGEST_NAME);
        faults.timeZone("timeZone", form.timeZone());
        passwords
                .rules(form.password(), form.firstName(), form.lastName(), form.email())
                .forEach(faults::add);
        faults.refuseIfAny();
    }

    private PersonRef addAdministrator(Tx tx, SetupForm form, String hash) {
        Handle handle = tx.handle();
        CompanyNames names = store.names(handle);
        if (names.agentEmails().containsKey(CompanyNames.key(form.email()))) {
            throw Refusal.fields(Map.of("email", "taken"));
        }
        var id = new PersonId(Ids.next());
        var person = new CompanyStore.Person(id, form.email(), form.name(), form.email(), hash, "en", form.timeZone());
        store.addAgents(handle, List.of(new CompanyStore.Agent(person, true, "unavailable")), clock.instant());
        GroupId users = Objects.requireNonNull(names.groups().get(USERS));
        store.addPermissions(handle, List.of(new CompanyStore.Permission(id, users, "chat_owner")));
        ChannelId channel = names.channels().get(DEFAULT);
        if (channel != null) {
            store.addChoices(handle, List.of(new CompanyStore.Choice(id, channel)));
        }
        tx.tellAfterCommit(new Notice(Notice.Topic.PERSON, id.value()));
        return new PersonRef(id, PersonRef.Kind.AGENT, form.name());
    }
}
