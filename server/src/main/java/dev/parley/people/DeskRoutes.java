package dev.parley.people;

import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.access.account.AccountDoors;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.ChannelId;
import dev.parley.channel.Channels;
import dev.parley.channel.ChatChannel;
import dev.parley.channel.Direction;
import dev.parley.channel.Directions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What whoever looks at the desk from outside may start a chat in.
@Path("/api/v1/desk")
@Tag(name = "Desk")
@RunOnVirtualThread
public class DeskRoutes {
    private final Visit visit;
    private final Channels channels;
    private final Directions directions;
    private final DeskSettings settings;
    private final People people;
    private final AccountDoors accounts;

    /// The desk and its channels, and whether people make accounts and choose new passwords by mail.
    public record Desk(
            String name,
            String locale,
            Optional<String> privacyUrl,
            Optional<Integer> keepsDays,
            boolean registration,
            boolean passwordReset,
            List<Offer> channels) {}

    /// A channel; `offered` if a chat may be started in it now, `online` if somebody would be there.
    public record Offer(ChannelId id, String name, boolean offered, boolean online, boolean isDefault) {}

    DeskRoutes(
            Visit visit,
            Channels channels,
            Directions directions,
            DeskSettings settings,
            People people,
            AccountDoors accounts) {
        this.visit = visit;
        this.channels = channels;
        this.directions = directions;
        this.settings = settings;
        this.people = people;
        this.accounts = accounts;
    }

    @GET
    @Operation(summary = "The desk, and what this caller may start a chat in")
    public Desk desk() {
        boolean customer = visit.optionalCaller()
                .filter(Caller.CustomerUser.class::isInstance)
                .isPresent();
        boolean allowed = directions.allowed(customer ? Direction.CUSTOMER : Direction.PUBLIC);
        List<Offer> offers = channels.valid().stream()
                .filter(channel -> customer ? channel.forCustomers() : channel.forPublic())
                .map(channel -> offer(channel, allowed))
                .toList();
        return new Desk(
                settings.text(DeskSetting.NAME),
                settings.text(DeskSetting.LOCALE),
                settings.value(DeskSetting.PRIVACY_URL),
                settings.value(DeskSetting.KEEPS_DAYS).map(Integer::valueOf),
                accounts.registration(),
                accounts.passwordReset(),
                offers);
    }

    private Offer offer(ChatChannel channel, boolean allowed) {
        boolean online = !people.availableFor(channel).isEmpty();
        boolean offered = allowed && (online || !channel.availabilityCheck());
        return new Offer(channel.id(), channel.name(), offered, online, channel.isDefault());
    }
}
