package dev.parley.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The people, groups and channels of a company, as `POST /api/v1/admin/import` takes them; described in
/// `docs/operations.md`. What is missing in the JSON is empty here, and `CompanyCheck` says whether that will do.
record CompanyDocument(
        List<Group> groups,
        List<Channel> channels,
        List<Reply> cannedReplies,
        List<Agent> agents,
        List<Customer> customers) {
    CompanyDocument {
        groups = list(groups);
        channels = list(channels);
        cannedReplies = list(cannedReplies);
        agents = list(agents);
        customers = list(customers);
    }

    record Group(String name) {
        Group {
            name = text(name, "");
        }
    }

    record Channel(
            String name,
            String group,
            @Nullable Boolean forCustomers,
            @Nullable Boolean forPublic,
            boolean availabilityCheck,
            boolean showsPosition,
            boolean showsWait,
            String comment,
            String noAnswerAfter,
            String missedAfter,
            String idleWarningAfter,
            String idleCloseAfter,
            String escalateAfter) {
        Channel {
            name = text(name, "");
            group = text(group, "");
            comment = text(comment, "");
            noAnswerAfter = text(noAnswerAfter, "PT3M");
            missedAfter = text(missedAfter, "PT30M");
            idleWarningAfter = text(idleWarningAfter, "PT10M");
            idleCloseAfter = text(idleCloseAfter, "PT20M");
            escalateAfter = text(escalateAfter, "PT2M");
        }

        boolean offeredToCustomers() {
            return forCustomers == null || forCustomers;
        }

        boolean offeredToPublic() {
            return forPublic == null || forPublic;
        }
    }

    /// A text for all agents, or for those of a channel.
    record Reply(String code, String text, String channel) {
        Reply {
            code = CompanyDocument.text(code, "");
            text = CompanyDocument.text(text, "");
            channel = CompanyDocument.text(channel, "");
        }
    }

    /// Who signs in: what agents and customer users have in common.
    record Account(
            String login,
            String firstName,
            String lastName,
            String email,
            String password,
            String passwordHash,
            String locale,
            String timeZone) {
        String name() {
            return (firstName + " " + lastName).strip();
        }
    }

    record Agent(
            String login,
            String firstName,
            String lastName,
            String email,
            String password,
            String passwordHash,
            String locale,
            String timeZone,
            boolean admin,
            String availability,
            Map<String, List<String>> permissions,
            List<String> channels,
            List<Absence> outOfOffice) {
        Agent {
            availability = text(availability, "unavailable");
            permissions = permissions == null ? Map.of() : permissions;
            channels = list(channels);
            outOfOffice = list(outOfOffice);
        }

        Account account() {
            return CompanyDocument.account(login, firstName, lastName, email, password, passwordHash, locale, timeZone);
        }
    }

    record Absence(@Nullable Instant startsAt, @Nullable Instant endsAt) {}

    record Customer(String number, String name, List<CustomerUser> users) {
        Customer {
            number = text(number, "");
            name = text(name, "");
            users = list(users);
        }
    }

    record CustomerUser(
            String login,
            String firstName,
            String lastName,
            String email,
            String password,
            String passwordHash,
            String locale,
            String timeZone) {
        Account account() {
            return CompanyDocument.account(login, firstName, lastName, email, password, passwordHash, locale, timeZone);
        }
    }

    private static Account account(
            String login,
            String firstName,
            String lastName,
            String email,
            String password,
            String passwordHash,
            String locale,
            String timeZone) {
        return new Account(
                text(login, ""),
                text(firstName, ""),
                text(lastName, ""),
                text(email, ""),
                password == null ? "" : password,
                text(passwordHash, ""),
                text(locale, "en"),
                text(timeZone, "UTC"));
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static String text(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given.strip();
    }
}
