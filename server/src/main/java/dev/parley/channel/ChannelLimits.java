package dev.parley.channel;

import java.time.Duration;

/// When a channel tells the outsider that no agent has answered yet, gives a request up as missed, and warns and
/// closes a chat whose outsider is gone; and when a request that nobody has seen is mailed.
public record ChannelLimits(
        Duration noAnswerAfter,
        Duration missedAfter,
        Duration idleWarningAfter,
        Duration idleCloseAfter,
        Duration escalateAfter) {}
