package dev.parley.chat.outside;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.access.Caller;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.chat.Chat;
import dev.parley.chat.Chats;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How long whoever asked the desk will wait. Many pages ask every few seconds, so a channel's line is looked at once
/// for all of them.
@ApplicationScoped
public class Waiting {
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(3);
    private static final Duration LOOKS_BACK = Duration.ofHours(24);
    private static final int MOST_CHANNELS = 1_000;

    private final Chats chats;
    private final Channels channels;
    private final Clock clock;
    private final LoadingCache<ChannelId, WaitingLine> lines;

    /// The place in line and how long it usually takes, each as far as the channel shows it and it is known.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Place(Optional<Integer> position, long waitedSeconds, Optional<Long> typicalSeconds) {}

    Waiting(Database database, WaitingStore store, Chats chats, Channels channels, Clock clock) {
        this.chats = chats;
        this.channels = channels;
        this.clock = clock;
        lines = Caffeine.newBuilder()
                .expireAfterWrite(LOOKED_AT_EVERY)
                .maximumSize(MOST_CHANNELS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build(channel -> database.read(
                        handle -> store.line(handle, channel, clock.instant().minus(LOOKS_BACK))));
    }

    public Place place(Caller caller, ChatId id) {
        Chat chat = chats.chat(caller, id);
        chat.requireWaits(caller);
        ChatChannel channel = channels.channel(chat.channel());
        Instant since = chat.times().created();
        Optional<WaitingLine> line = channel.showsPosition() || channel.showsWait()
                ? Optional.of(lines.get(channel.id()))
                : Optional.empty();
        return new Place(
                line.filter(l -> channel.showsPosition()).flatMap(l -> l.position(since)),
                Math.max(0, Duration.between(since, clock.instant()).toSeconds()),
                line.filter(l -> channel.showsWait())
                        .flatMap(WaitingLine::typical)
                        .map(Duration::toSeconds));
    }
}
