package dev.parley.chat;

import dev.parley.base.Refusal;
import java.util.Map;
import java.util.Optional;

/// The wire's word for who may see a message.
public final class Visibility {
    private Visibility() {}

    /// Whether the message is an internal note. Nothing said means everyone.
    public static boolean note(Optional<String> visibility) {
        return switch (visibility.orElse("everyone")) {
            case "everyone" -> false;
            case "agents" -> true;
            default -> throw Refusal.fields(Map.of("visibility", "unknown"));
        };
    }
}
