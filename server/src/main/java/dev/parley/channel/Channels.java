package dev.parley.channel;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.access.Level;
import dev.parley.access.Permissions;
import dev.parley.base.ChannelId;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.storage.Database;
import dev.parley.storage.Notice;
import dev.parley.storage.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The chat channels, all in memory; read again when a notice says that one changed.
@ApplicationScoped
public class Channels {
    private static final String ALL = "all";
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final LoadingCache<String, Known> known;

    private record Known(Map<ChannelId, ChatChannel> byId, List<ChatChannel> valid) {
        static Known of(List<ChatChannel> all) {
            return new Known(
                    all.stream().collect(Collectors.toMap(ChatChannel::id, Function.identity())),
                    all.stream().filter(ChatChannel::valid).toList());
        }
    }

    Channels(Database database, ChannelStore store, Notices notices) {
        known = Caffeine.newBuilder()
                .expireAfterWrite(READ_AGAIN_AFTER)
                .build(all -> Known.of(database.read(store::all)));
        notices.forgetOn(Notice.Topic.CHANNEL, notice -> known.invalidateAll());
    }

    /// The channel of this id, valid or not.
    public ChatChannel channel(ChannelId id) {
        return Optional.ofNullable(known.get(ALL).byId().get(id))
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "no such chat channel"));
    }

    /// Where a chat lands when no channel was chosen.
    public ChatChannel defaultChannel() {
        return valid().stream()
                .filter(ChatChannel::isDefault)
                .findFirst()
                .orElseThrow(() -> new Refusal(Code.NOT_AVAILABLE, "the desk is not set up yet"));
    }

    /// All channels that may be chosen, the Default channel first, then by name.
    public List<ChatChannel> valid() {
        return known.get(ALL).valid();
    }

    public Optional<ChatChannel> named(String name) {
        return known.get(ALL).byId().values().stream()
                .filter(channel -> channel.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// All channels, valid or not, in which these permissions give at least `level`.
    public List<ChatChannel> held(Permissions permissions, Level level) {
        return known.get(ALL).byId().values().stream()
                .filter(channel -> channel.level(permissions)
                        .filter(held -> held.atLeast(level))
                        .isPresent())
                .toList();
    }

    /// The level these permissions give in the channel.
    public Optional<Level> level(Permissions permissions, ChatChannel channel) {
        return channel.level(permissions);
    }
}
