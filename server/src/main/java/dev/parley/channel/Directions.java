package dev.parley.channel;

import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/// The switches that say who may start a chat with whom, under one master switch. All are on until somebody turns
/// them off.
@ApplicationScoped
public class Directions {
    private final DeskSettings settings;

    Directions(DeskSettings settings) {
        this.settings = settings;
    }

    public boolean allowed(Direction direction) {
        return settings.on(DeskSetting.CHAT) && settings.on(setting(direction));
    }

    private static DeskSetting setting(Direction direction) {
        return switch (direction) {
            case AGENT_AGENT -> DeskSetting.AGENT_AGENT;
            case AGENT_CUSTOMER -> DeskSetting.AGENT_CUSTOMER;
            case CUSTOMER -> DeskSetting.CUSTOMER;
            case PUBLIC -> DeskSetting.PUBLIC;
        };
    }

    /// Refuses a chat in a direction that is switched off.
    public void require(Direction direction) {
        if (!allowed(direction)) {
            throw new Refusal(Code.FORBIDDEN, "chats of this kind are switched off");
        }
    }
}
