package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The three screens of the People widget: agents, customer users who are here, and who is out of office.
public record PeopleLines(List<AgentLine> agents, List<CustomerUserLine> customerUsers, List<AbsentLine> outOfOffice) {
    /// An agent, whether he can be chatted with now, and the channels whose requests he takes.
    public record AgentLine(
            @JsonUnwrapped Presence presence, boolean mayChat, List<String> channels, Optional<Instant> endsAt) {}

    /// A customer user who is here.
    public record CustomerUserLine(@JsonUnwrapped Presence presence, Optional<String> company, boolean mayChat) {}

    /// An agent who is out of office.
    public record AbsentLine(@JsonUnwrapped Presence presence, Instant startsAt, Instant endsAt) {}
}
