package dev.parley.widget;

import dev.parley.base.ChannelId;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.channel.Direction;
import dev.parley.channel.Directions;
import dev.parley.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// In which channels a chat may begin right now. What pages show and what the server refuses is decided here alike.
@ApplicationScoped
public class Offers {
    private final Widgets widgets;
    private final Channels channels;
    private final Directions directions;
    private final People people;
    private final Clock clock;

    /// A channel; `offered` if a chat may be started in it now, `online` if somebody would be there, `agents` how many.
    public record Offer(ChannelId id, String name, boolean offered, boolean online, boolean isDefault, int agents) {}

    Offers(Widgets widgets, Channels channels, Directions directions, People people, Clock clock) {
        this.widgets = widgets;
        this.channels = channels;
        this.directions = directions;
        this.people = people;
        this.clock = clock;
    }

    /// Refuses a chat in a direction that is switched off.
    public void require(Direction direction) {
        directions.require(direction);
    }

    /// Where a chat asked for on the external interface lands; refused if it may not begin there now.
    public ChatChannel require(Direction direction, Optional<ChannelId> wanted) {
        return require(widgets.external(), direction, wanted);
    }

    /// Where a chat asked for by this widget lands; refused if it may not begin there now.
    public ChatChannel require(Widget widget, Direction direction, Optional<ChannelId> wanted) {
        directions.require(direction);
        ChatChannel channel = wanted.map(channels::channel).orElseGet(() -> first(widget, direction));
        boolean picked = wanted.isPresent();
        if (!channel.valid() || (picked && !(openTo(direction, channel) && widget.leadsTo(channel.id())))) {
            throw Refusal.fields(Map.of("channel", "unknown"));
        }
        if (!widget.open(clock.instant())) {
            throw new Refusal(Code.NOT_AVAILABLE, "the desk is closed");
        }
        if (channel.availabilityCheck() && people.availableFor(channel).isEmpty()) {
            throw new Refusal(Code.NOT_AVAILABLE, "nobody is available in this channel");
        }
        return channel;
    }

    /// The default channel, or the first of those that the widget leads to.
    private ChatChannel first(Widget widget, Direction direction) {
        ChatChannel usual = channels.defaultChannel();
        return widget.leadsTo(usual.id())
                ? usual
                : channelsOf(widget, direction).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Code.NOT_AVAILABLE, "no channel is open to this widget"));
    }

    /// The channels that this widget leads to: in its own order, or all there are.
    List<Offer> offers(Widget widget, Direction direction) {
        boolean open = directions.allowed(direction) && widget.open(clock.instant());
        return channelsOf(widget, direction).stream()
                .map(channel -> offer(channel, open))
                .toList();
    }

    private List<ChatChannel> channelsOf(Widget widget, Direction direction) {
        List<ChannelId> chosen = widget.document().channels();
        Stream<ChatChannel> led = chosen.isEmpty()
                ? channels.valid().stream()
                : chosen.stream().map(channels::channel).filter(ChatChannel::valid);
        return led.filter(channel -> openTo(direction, channel)).toList();
    }

    private static boolean openTo(Direction direction, ChatChannel channel) {
        return direction == Direction.CUSTOMER ? channel.forCustomers() : channel.forPublic();
    }

    private Offer offer(ChatChannel channel, boolean open) {
        int agents = people.availableFor(channel).size();
        boolean offered = open && (agents > 0 || !channel.availabilityCheck());
        return new Offer(channel.id(), channel.name(), offered, agents > 0, channel.isDefault(), agents);
    }
}
