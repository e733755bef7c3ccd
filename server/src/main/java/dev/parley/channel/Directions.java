package dev.parley.channel;

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
        return settings.on("chat.enabled") && settings.on("direction." + direction.wireName());
    }

    /// Refuses a chat in a direction that is switched off.
    public void require(Direction direction) {
        if (!allowed(direction)) {
            throw new Refusal(Code.FORBIDDEN, "chats of this kind are switched off");
        }
    }
}
