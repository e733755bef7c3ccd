package dev.parley.access.customer;

import dev.parley.base.CustomerId;
import dev.parley.base.PersonRef;
import java.time.Instant;
import java.util.Optional;

/// A customer user as agents know him. `valid` if he may sign in; `usedAt` is when he last used a session that has not
/// ended.
public record CustomerUser(
        PersonRef person,
        String login,
        String email,
        Customer customer,
        String locale,
        String timeZone,
        boolean valid,
        Optional<Instant> usedAt) {
    /// The company he belongs to.
    public record Customer(CustomerId id, String number, String name) {}
}
