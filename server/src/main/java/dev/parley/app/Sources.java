package dev.parley.app;

import dev.parley.base.CannotStart;
import dev.parley.base.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an operator set, from `parley.properties`, the environment and `-Dparley.…`; of the same key the later one
/// wins. Nothing that is not understood passes.
final class Sources {
    private static final String VARIABLE_PREFIX = "PARLEY_";
    private static final String PROPERTY_PREFIX = "parley.";
    private static final int FULL = 1;
    private static final int ORDINAL = 100;

    private final List<SettingKey> keys = SettingKey.all();
    private final Map<String, String> values = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /// The values by the names that the server's configuration knows them by.
    static Map<String, String> read(Path file, Map<String, String> environment, Properties system) {
        var sources = new Sources();
        sources.readFile(file);
        sources.readEnvironment(environment);
        sources.readSystem(system);
        if (!sources.faults.isEmpty()) {
            throw new CannotStart(String.join("\n", sources.faults));
        }
        return sources.values;
    }

    /// The same values as a type, for what happens before the server's own configuration is there.
    static Settings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(values, "parley", ORDINAL))
                .build()
                .getConfigMapping(Settings.class);
    }

    private void readFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CannotStart(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        for (String name : properties.stringPropertyNames()) {
            take(file.getFileName() + ": " + name, name, properties.getProperty(name), SettingKey::name);
        }
    }

    private void readEnvironment(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX)) {
                take(name, name, value, SettingKey::variable);
            }
        });
    }

    private void readSystem(Properties system) {
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith(PROPERTY_PREFIX)) {
                take("-D" + name, name, system.getProperty(name), SettingKey::property);
            }
        }
    }

    private void take(String shown, String name, String value, Function<SettingKey, String> spelling) {
        Map<String, SettingKey> known = keys.stream().collect(Collectors.toMap(spelling, key -> key));
        SettingKey key = known.get(name);
        if (key == null) {
            faults.add(shown + " is no setting of Parley. Did you mean " + nearest(name, known.keySet()) + "?");
            return;
        }
        String given = value.strip();
        key.expected(given)
                .ifPresentOrElse(
                        expected -> faults.add(shown + " is \"" + given + "\", but must be " + expected),
                        () -> values.put(key.property(), given));
    }

    private static String nearest(String name, Iterable<String> known) {
        var byDistance = new TreeMap<String, Integer>();
        known.forEach(candidate -> byDistance.put(candidate, distance(name, candidate)));
        return byDistance.entrySet().stream()
                .min(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /// How many letters must be added, taken away or changed (Levenshtein).
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : FULL);
                current[column] = Math.min(changed, Math.min(above[column], current[column - 1]) + FULL);
            }
            above = current;
        }
        return above[to.length()];
    }
}
