package dev.parley.load.proof;

import dev.parley.load.speed.Figures;
import java.util.List;

/// What every experiment tells in the same words: how much was tried, what struck, what was found, and how sure
/// that makes us.
public final class Outlook {
    // With no failure in N trials, fewer than 3/N of all fail, at a confidence of 95 %.
    private static final double RULE_OF_THREE = 3;

    private Outlook() {}

    /// `acked`: how many promises were given; `inFlight`: at each strike, how many messages were unanswered.
    public static Figures tell(Figures figures, long acked, List<Integer> inFlight, Verdict verdict) {
        figures.with("acked", acked)
                .with("kills", inFlight.size())
                .with("inFlightAtKills", inFlight)
                .with("bound95", acked == 0 ? 1 : Math.min(1, RULE_OF_THREE / acked));
        verdict.counts().forEach((fault, count) -> figures.with(fault.figure(), count));
        verdict.examples().forEach(example -> figures.fault(example, 1));
        return figures;
    }
}
