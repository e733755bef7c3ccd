package dev.parley.access;

import dev.parley.base.GroupId;
import java.util.Map;
import java.util.Optional;

/// The chat level an agent holds in each group, the highest of his three chat permissions there.
public record Permissions(Map<GroupId, Level> chatLevels) {
    public static final Permissions NONE = new Permissions(Map.of());

    public Permissions {
        chatLevels = Map.copyOf(chatLevels);
    }

    public Optional<Level> chatLevel(GroupId group) {
        return Optional.ofNullable(chatLevels.get(group));
    }

    public boolean holds(GroupId group, Level level) {
        return chatLevel(group).filter(held -> held.atLeast(level)).isPresent();
    }
}
