package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.access.customer.CustomerUser;
import java.time.Instant;
import java.util.Optional;

/// A customer user as an agent sees him. `mayChat` if the agent can ask him for a chat now; `lastSeenAt`, while he is
/// not here, if that is known.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CustomerUserView(
        @JsonUnwrapped Presence presence,
        String login,
        String email,
        CustomerUser.Customer customer,
        String locale,
        String timeZone,
        boolean valid,
        boolean mayChat,
        Optional<Instant> lastSeenAt) {}
