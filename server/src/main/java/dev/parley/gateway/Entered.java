package dev.parley.gateway;

import dev.parley.access.Caller;
import java.time.Instant;
import java.util.Set;

/// Who came in, by which token, and what he may still do before we say: slower.
record Entered(
        Caller caller, String token, Set<String> follow, Allowance messages, Allowance signals, Instant expiresAt) {
    /// The same with the permissions he has now.
    Entered as(Caller now, Instant until) {
        return new Entered(now, token, follow, messages, signals, until);
    }
}
