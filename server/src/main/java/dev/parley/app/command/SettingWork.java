package dev.parley.app.command;

import dev.parley.access.settings.DeskSettings;
import dev.parley.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/// `./run setting …`: the words after it are the command, and then its values.
@ApplicationScoped
public class SettingWork {
    private final DeskSettings settings;

    SettingWork(DeskSettings settings) {
        this.settings = settings;
    }

    /// Does it, and says what was done or found.
    public String run(String... words) {
        return switch (words[0]) {
            case "list" -> settings.list().stream().map(SettingWork::line).collect(Collectors.joining("\n"));
            case "show" -> value(words[1]);
            case "set" -> changed(words[1], words[2]);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static String line(DeskSettings.Line setting) {
        return "%-26s %-24s %s".formatted(setting.name(), setting.value(), setting.hint());
    }

    private String value(String name) {
        return settings.list().stream()
                .filter(setting -> setting.name().equals(name))
                .map(DeskSettings.Line::value)
                .findFirst()
                .orElseThrow(() -> Refusal.fields(Map.of(name, "unknown")));
    }

    private String changed(String name, String value) {
        settings.change(Map.of(name, value));
        return name + " is now: " + value(name);
    }
}
