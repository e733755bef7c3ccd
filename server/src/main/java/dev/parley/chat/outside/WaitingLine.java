package dev.parley.chat.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A channel's requests to the desk: since when each waits, the oldest first, and how long those waited that were
/// accepted last. It holds no more than `most` of the waiting: where it is full, it does not know who is behind.
record WaitingLine(List<Instant> waiting, int most, List<Duration> accepted) {
    private static final int TELLING = 3;

    /// The place in line of whoever waits since `since`, counted from 1; none where it cannot be known.
    Optional<Integer> position(Instant since) {
        int before =
                (int) waiting.stream().filter(other -> other.isBefore(since)).count();
        return before < most ? Optional.of(before + 1) : Optional.empty();
    }

    /// How long it takes: half of the last ones waited longer, half shorter. Too few of them tell nothing.
    Optional<Duration> typical() {
        if (accepted.size() < TELLING) {
            return Optional.empty();
        }
        List<Duration> sorted = accepted.stream().sorted().toList();
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }
}
