package dev.parley.channel;

import dev.parley.access.Level;
import dev.parley.access.Permissions;
import dev.parley.base.ChannelId;
import dev.parley.base.GroupId;
import java.util.Optional;

/// Where a chat takes place; its group decides by permission who may do what. Whoever waits in it is shown his place
/// in line and how long it usually takes, if the channel wants that.
public record ChatChannel(
        ChannelId id,
        String name,
        GroupId group,
        boolean isDefault,
        boolean forCustomers,
        boolean forPublic,
        boolean availabilityCheck,
        boolean valid,
        boolean showsPosition,
        boolean showsWait,
        ChannelLimits limits) {

    /// The level these permissions give here: the highest chat permission in the channel's group.
    public Optional<Level> level(Permissions permissions) {
        return permissions.chatLevel(group);
    }
}
