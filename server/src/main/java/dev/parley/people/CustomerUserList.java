package dev.parley.people;

import dev.parley.access.Caller;
import dev.parley.access.customer.CustomerUser;
import dev.parley.access.customer.CustomerUsers;
import dev.parley.base.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The customer users an agent looks up, each with what is seen of him now.
@ApplicationScoped
class CustomerUserList {
    private final CustomerUsers users;
    private final People people;
    private final Presences presences;

    record Page(List<CustomerUserView> users, Optional<PersonId> next) {}

    CustomerUserList(CustomerUsers users, People people, Presences presences) {
        this.users = users;
        this.people = people;
        this.presences = presences;
    }

    Page page(Caller.Agent agent, Optional<String> words, Optional<PersonId> after, int limit) {
        boolean asks = people.asksCustomerUsers(agent);
        CustomerUsers.Page page = users.page(agent, words, after, limit);
        return new Page(page.users().stream().map(user -> view(user, asks)).toList(), page.next());
    }

    CustomerUserView customerUser(Caller.Agent agent, PersonId id) {
        return view(users.customerUser(agent, id), people.asksCustomerUsers(agent));
    }

    private CustomerUserView view(CustomerUser user, boolean asks) {
        Presence presence = presences.presence(user.person());
        Optional<Instant> gone = presence.state() == Presence.State.OFFLINE
                ? presences.leftAt(user.person().id()).or(user::usedAt)
                : Optional.empty();
        return new CustomerUserView(
                presence,
                user.login(),
                user.email(),
                user.customer(),
                user.locale(),
                user.timeZone(),
                user.valid(),
                asks && user.valid() && presence.reachable(),
                gone);
    }
}
