package dev.parley.access.account;

import dev.parley.base.PersonId;
import java.util.Optional;

/// Somebody who makes an account for himself, with everything checked: a customer user of a customer of his own, for
/// nothing shows yet that he belongs to another (ADR 20). `browserHash` is that of a secret which only
/// his browser knows.
record Newcomer(
        PersonId id,
        String name,
        String email,
        Optional<String> company,
        String passwordHash,
        byte[] browserHash,
        String locale,
        String timeZone) {
    /// What the customer is called that he is the first user of.
    String customer() {
        return company.orElse(name);
    }

    @Override
    public String toString() {
        return "Newcomer[" + id + "]";
    }
}
