package dev.parley.access.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.access.Audit;
import dev.parley.access.Caller;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import dev.parley.storage.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an administrator set for the whole desk, as opposed to the `Settings` of the server's operator. A change is
/// seen at once where it was made, and within seconds elsewhere.
@ApplicationScoped
public class DeskSettings {
    private static final String ALL = "all";
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(3);
    /// There is one set of settings, so a notice of them needs no id of its own.
    private static final UUID THE_DESK = new UUID(0, 0);

    private final Database database;
    private final DeskSettingStore store;
    private final Audit audit;
    private final LoadingCache<String, Map<String, String>> known;

    /// A setting as it stands: what it is now, what it would be by itself, and what it may hold.
    public record Line(
            String name,
            String value,
            @JsonProperty("default") String standard,
            SettingKind kind) {
        /// What may be typed for it, for an operator to read.
        public String hint() {
            return kind.hint();
        }
    }

    private record Change(DeskSetting setting, String before, String after) {}

    DeskSettings(Database database, DeskSettingStore store, Audit audit, Notices notices) {
        this.database = database;
        this.store = store;
        this.audit = audit;
        known = Caffeine.newBuilder().expireAfterWrite(READ_AGAIN_AFTER).build(all -> database.read(store::all));
        notices.subscribe(Notice.Topic.SETTING, notice -> known.invalidateAll());
    }

    /// What the setting is now; empty if it is nothing.
    public Optional<String> value(DeskSetting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    /// What the setting is now, for one that is always something.
    public String text(DeskSetting setting) {
        return value(known.get(ALL), setting);
    }

    /// Whether a switch is on.
    public boolean on(DeskSetting setting) {
        return text(setting).equals("on");
    }

    // What the table holds and the setting may not (any more) counts as not set.
    private static String value(Map<String, String> stored, DeskSetting setting) {
        return Optional.ofNullable(stored.get(setting.wireName()))
                .filter(value -> setting.kind().fault(value).isEmpty())
                .orElse(setting.standard());
    }

    /// All settings there are, for administrators.
    public List<Line> list(Caller caller) {
        caller.requireAdministrator();
        return list();
    }

    /// The same for whoever has the server's command line.
    public List<Line> list() {
        Map<String, String> stored = database.read(store::all);
        return Arrays.stream(DeskSetting.values())
                .map(setting ->
                        new Line(setting.wireName(), value(stored, setting), setting.standard(), setting.kind()))
                .toList();
    }

    /// Changes some settings, all or none of them; an empty value takes a setting back to what it is by itself. For
    /// administrators.
    public void change(Caller caller, Map<String, String> values) {
        caller.requireAdministrator();
        Map<DeskSetting, String> checked = checked(values);
        database.change(tx -> change(tx, checked)
                .forEach(one -> audit.record(
                        tx, caller, "setting", one.setting().wireName(), one.before() + " -> " + one.after())));
    }

    /// The same for whoever has the server's command line.
    public void change(Map<String, String> values) {
        Map<DeskSetting, String> checked = checked(values);
        database.change(tx -> change(tx, checked));
    }

    private static Map<DeskSetting, String> checked(Map<String, String> values) {
        var faults = new LinkedHashMap<String, String>();
        var checked = new LinkedHashMap<DeskSetting, String>();
        values.forEach((name, given) -> {
            String value = given.strip();
            Optional<DeskSetting> setting = DeskSetting.of(name);
            setting.ifPresent(known -> checked.put(known, value));
            setting.map(known -> value.isEmpty()
                            ? Optional.<String>empty()
                            : known.kind().fault(value))
                    .orElse(Optional.of("unknown"))
                    .ifPresent(code -> faults.put(name, code));
        });
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults);
        }
        return checked;
    }

    /// The same within a transaction that changes more; the values are as they may be.
    public void set(Tx tx, Map<DeskSetting, String> values) {
        change(tx, values);
    }

    private List<Change> change(Tx tx, Map<DeskSetting, String> values) {
        store.lock(tx.handle());
        Map<String, String> before = store.all(tx.handle());
        var changes = new ArrayList<Change>();
        values.forEach((setting, value) -> {
            String next = value.isEmpty() ? setting.standard() : value;
            if (!next.equals(value(before, setting))) {
                changes.add(new Change(setting, value(before, setting), next));
            }
            if (value.isEmpty()) {
                store.forget(tx.handle(), setting.wireName());
            } else {
                store.set(tx.handle(), setting.wireName(), value);
            }
        });
        tx.tellAfterCommit(new Notice(Notice.Topic.SETTING, THE_DESK));
        return changes;
    }
}
