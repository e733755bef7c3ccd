package dev.parley.access;

import dev.parley.base.ChannelId;
import dev.parley.base.CustomerId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import java.util.List;
import java.util.Optional;

/// What a caller is told about himself. `verified`: of a public user, whether the page he came from vouches for him.
public record Me(
        PersonId id,
        PersonRef.Kind kind,
        String name,
        Optional<String> email,
        Optional<String> locale,
        Optional<String> timeZone,
        Optional<Boolean> admin,
        Optional<String> availability,
        Optional<List<ChannelId>> channels,
        Optional<Company> customer,
        Optional<Boolean> verified) {
    /// The customer that a customer user belongs to.
    public record Company(CustomerId id, String name) {}
}
