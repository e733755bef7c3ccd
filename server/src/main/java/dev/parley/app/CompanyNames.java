package dev.parley.app;

import dev.parley.base.ChannelId;
import dev.parley.base.CustomerId;
import dev.parley.base.GroupId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the database holds already, by the names a document uses; upper and lower case are the same.
record CompanyNames(
        Map<String, GroupId> groups,
        Map<String, ChannelId> channels,
        Map<String, CustomerId> customers,
        Map<String, String> agentEmails,
        Map<String, String> customerUserEmails) {

    /// The form in which names are compared, as the unique indexes do.
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// Logins of agents, each known by the email it has.
    Set<String> agentLogins() {
        return Set.copyOf(agentEmails.values());
    }

    Set<String> customerUserLogins() {
        return Set.copyOf(customerUserEmails.values());
    }
}
