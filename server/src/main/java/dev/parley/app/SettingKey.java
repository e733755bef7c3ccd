package dev.parley.app;

import dev.parley.base.Settings;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// One key of `Settings`: its names, its default, and what its value must look like.
record SettingKey(String name, Method member) {
    private static final String PREFIX = "parley.";

    /// Every key there is, in the order of its name.
    static List<SettingKey> all() {
        return in("", Settings.class)
                .sorted(Comparator.comparing(SettingKey::name))
                .toList();
    }

    private static Stream<SettingKey> in(String prefix, Class<?> group) {
        return Arrays.stream(group.getDeclaredMethods())
                .filter(method -> !method.isDefault())
                .flatMap(method -> {
                    String name = prefix + kebab(method.getName());
                    boolean nested = method.getReturnType().getEnclosingClass() == Settings.class;
                    return nested ? in(name + ".", method.getReturnType()) : Stream.of(new SettingKey(name, method));
                });
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    String variable() {
        return "PARLEY_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /// The name under which the server's configuration knows it.
    String property() {
        return PREFIX + name;
    }

    Optional<String> defaultValue() {
        return Optional.ofNullable(member.getAnnotation(WithDefault.class)).map(WithDefault::value);
    }

    /// What the value should have been; empty if it is right.
    Optional<String> expected(String value) {
        Class<?> type = member.getReturnType();
        if (type == int.class || type == OptionalInt.class) {
            return number(value).filter(this::inRange).isPresent()
                    ? Optional.empty()
                    : Optional.of("a number" + range());
        }
        if (type == boolean.class) {
            return List.of("on", "off", "true", "false").contains(value) ? Optional.empty() : Optional.of("on or off");
        }
        if (type == Duration.class) {
            return seconds(value).filter(this::inRange).isPresent()
                    ? Optional.empty()
                    : Optional.of("a duration such as 20s, in seconds" + range());
        }
        return expectedText(value);
    }

    private Optional<String> expectedText(String value) {
        return switch (name) {
            case "db.url" ->
                value.startsWith("jdbc:postgresql://")
                        ? Optional.empty()
                        : Optional.of("jdbc:postgresql://host:5432/database");
            case "public-url" ->
                origin(value) ? Optional.empty() : Optional.of("https://chat.example.com, without a path");
            case "mail.tls" ->
                List.of("starttls", "tls", "off").contains(value)
                        ? Optional.empty()
                        : Optional.of("starttls, tls or off");
            default -> value.isBlank() ? Optional.of("something") : Optional.empty();
        };
    }

    private static Optional<Long> number(String value) {
        try {
            return Optional.of(Long.valueOf(value));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Long> seconds(String value) {
        try {
            String iso = value.matches("\\d+") ? value + "S" : value.toUpperCase(Locale.ROOT);
            return Optional.of(
                    Duration.parse(iso.startsWith("P") ? iso : "PT" + iso).toSeconds());
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }

    private boolean inRange(long value) {
        return bounds().map(between -> value >= between.min() && value <= between.max())
                .orElse(true);
    }

    private String range() {
        return bounds().map(between -> " from " + between.min() + " to " + between.max())
                .orElse("");
    }

    private Optional<Settings.Between> bounds() {
        return Optional.ofNullable(member.getAnnotation(Settings.Between.class));
    }

    private static boolean origin(String value) {
        try {
            var uri = new URI(value);
            return List.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && value.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
