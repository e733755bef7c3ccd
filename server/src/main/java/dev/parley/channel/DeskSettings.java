package dev.parley.channel;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What an administrator set for the whole desk, as opposed to the `Settings` of the server's operator. A change is
/// seen within seconds.
@ApplicationScoped
public class DeskSettings {
    private static final String ALL = "all";
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(3);

    private final LoadingCache<String, Map<String, String>> known;

    DeskSettings(Database database, ChannelStore store) {
        known = Caffeine.newBuilder().expireAfterWrite(READ_AGAIN_AFTER).build(all -> database.read(store::settings));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(known.get(ALL).get(name)).filter(value -> !value.isBlank());
    }

    /// Whether a switch is on; it is, unless somebody switched it off.
    public boolean on(String name) {
        return value(name)
                .filter(value -> value.equals("off") || value.equals("false"))
                .isEmpty();
    }
}
