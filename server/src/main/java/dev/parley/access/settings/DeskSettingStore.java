package dev.parley.access.settings;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL on the desk's settings.
@Singleton
class DeskSettingStore {
    private static final String ALL = "select name, value from setting";
    // Two changes at once come one after the other, so that what the audit says each of them found is true.
    private static final String LOCK = "lock table setting in share row exclusive mode";
    private static final String SET = """
            insert into setting (name, value) values (:name, :value)
            on conflict (name) do update set value = excluded.value
            """;
    private static final String FORGET = "delete from setting where name = :name";

    Map<String, String> all(Handle handle) {
        return handle
                .createQuery(ALL)
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("value")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void lock(Handle handle) {
        handle.execute(LOCK);
    }

    void set(Handle handle, String name, String value) {
        handle.createUpdate(SET).bind("name", name).bind("value", value).execute();
    }

    void forget(Handle handle, String name) {
        handle.createUpdate(FORGET).bind("name", name).execute();
    }
}
