package dev.parley.chat.workplace;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.base.PersonId;
import dev.parley.channel.ChatChannel;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A text kept for the composer under a short code. Its placeholders are filled in by whoever shows it.
record CannedReply(
        UUID id, Scope scope, Optional<PersonId> agent, Optional<ChatChannel> channel, String code, String text) {
    /// Whose text it is: an agent's own, that of a channel's agents, that of all agents.
    public enum Scope {
        OWN,
        CHANNEL,
        GLOBAL;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Scope> of(String wireName) {
            for (Scope scope : values()) {
                if (scope.wireName().equals(wireName)) {
                    return Optional.of(scope);
                }
            }
            return Optional.empty();
        }
    }

    boolean visibleTo(Caller.Agent caller) {
        return switch (scope) {
            case OWN -> agent.filter(caller.id()::equals).isPresent();
            case CHANNEL ->
                channel.filter(ChatChannel::valid)
                        .flatMap(where -> where.level(caller.permissions()))
                        .isPresent();
            case GLOBAL -> true;
        };
    }

    /// One's own texts are one's own; a channel's belong to its owners, those of all to administrators.
    boolean editableBy(Caller.Agent caller) {
        return switch (scope) {
            case OWN -> agent.filter(caller.id()::equals).isPresent();
            case CHANNEL ->
                channel.filter(ChatChannel::valid)
                        .flatMap(where -> where.level(caller.permissions()))
                        .filter(Level.OWNER::equals)
                        .isPresent();
            case GLOBAL -> caller.admin();
        };
    }

    /// How many texts may stand beside each other: each scope, agent and channel counts for itself.
    boolean besides(CannedReply other) {
        return scope == other.scope
                && agent.equals(other.agent)
                && channel.map(ChatChannel::id).equals(other.channel.map(ChatChannel::id));
    }
}
