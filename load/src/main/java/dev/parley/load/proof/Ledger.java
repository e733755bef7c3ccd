package dev.parley.load.proof;

import java.util.List;

/// What one person knows of one chat at the end: what he sent and what became of it, what he was shown in which
/// order, and what he found wrong on the way.
record Ledger(
        String chat, String person, boolean outsider, List<Sent> sent, List<Line> shown, List<Finding> findings) {}
