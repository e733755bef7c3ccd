package dev.parley.access.account;

import dev.parley.base.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Somebody with a valid account, as far as it takes to write to him and to judge his next password.
record AccountHolder(PersonId id, String name, String login, String email) {
    /// Under what he may sign in.
    List<String> logins() {
        return List.of(login, email);
    }

    /// What his password must not contain.
    String[] personal() {
        return Stream.concat(logins().stream(), Arrays.stream(name.split(" ", -1)))
                .toArray(String[]::new);
    }
}
