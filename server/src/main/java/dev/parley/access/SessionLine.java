package dev.parley.access;

import dev.parley.base.SessionId;
import java.time.Instant;

/// One of a person's own sessions, as the list of them shows it.
public record SessionLine(SessionId id, Instant createdAt, Instant usedAt, String device, boolean current) {}
