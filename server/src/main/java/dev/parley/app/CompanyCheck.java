package dev.parley.app;

import dev.parley.access.Passwords;
import dev.parley.app.CompanyDocument.Account;
import dev.parley.app.CompanyDocument.Agent;
import dev.parley.app.CompanyDocument.Channel;
import dev.parley.app.CompanyDocument.Customer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks through a whole document before anything is written, and names the path of every fault.
final class CompanyCheck {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_CUSTOMER = 200;
    private static final int LONGEST_COMMENT = 1_000;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]{1,32}");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    // The costs are bounded, for whoever signs in makes us pay them.
    private static final Pattern ARGON2ID = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=\\d{1,6},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]{8,64}\\$[A-Za-z0-9+/]{16,128}");
    private static final Set<String> AVAILABILITIES = Set.of("unavailable", "internal", "external");
    private static final Set<String> PERMISSIONS =
            Set.of("chat_observer", "chat_participant", "chat_owner", "ro", "rw");

    private final Faults faults = new Faults();
    private final CompanyDocument document;
    private final CompanyNames known;
    private final Passwords passwords;
    private final Set<String> groups;
    private final Set<String> channels;

    private CompanyCheck(CompanyDocument document, CompanyNames known, Passwords passwords) {
        this.document = document;
        this.known = known;
        this.passwords = passwords;
        this.groups = both(known.groups().keySet(), document.groups().stream().map(CompanyDocument.Group::name));
        this.channels =
                both(known.channels().keySet(), document.channels().stream().map(Channel::name));
    }

    static void require(CompanyDocument document, CompanyNames known, Passwords passwords) {
        var check = new CompanyCheck(document, known, passwords);
        check.groups();
        check.channels();
        check.cannedReplies();
        check.agents();
        check.customers();
        check.faults.refuseIfAny();
    }

    private static Set<String> both(Set<String> known, Stream<String> added) {
        return Stream.concat(known.stream(), added.map(CompanyNames::key)).collect(Collectors.toSet());
    }

    private void groups() {
        var seen = new HashSet<String>();
        for (int i = 0; i < document.groups().size(); i++) {
            String path = "groups[" + i + "].name";
            String name = document.groups().get(i).name();
            faults.line(path, name, LONGEST_NAME);
            faults.addIf(!seen.add(CompanyNames.key(name)), path, "taken");
        }
    }

    private void channels() {
        var seen = new HashSet<String>();
        for (int i = 0; i < document.channels().size(); i++) {
            String path = "channels[" + i + "].";
            Channel channel = document.channels().get(i);
            faults.line(path + "name", channel.name(), LONGEST_NAME);
            faults.addIf(!seen.add(CompanyNames.key(channel.name())), path + "name", "taken");
            faults.addIf(channel.group().isEmpty(), path + "group", "required");
            faults.addIf(!groups.contains(CompanyNames.key(channel.group())), path + "group", "unknown");
            faults.addIf(channel.comment().length() > LONGEST_COMMENT, path + "comment", "too_long");
            faults.duration(path + "noAnswerAfter", channel.noAnswerAfter());
            faults.duration(path + "missedAfter", channel.missedAfter());
            faults.duration(path + "idleWarningAfter", channel.idleWarningAfter());
            faults.duration(path + "idleCloseAfter", channel.idleCloseAfter());
            faults.duration(path + "escalateAfter", channel.escalateAfter());
        }
    }

    private void cannedReplies() {
        var seen = new HashSet<String>();
        for (int i = 0; i < document.cannedReplies().size(); i++) {
            String path = "cannedReplies[" + i + "].";
            CompanyDocument.Reply reply = document.cannedReplies().get(i);
            String channel = CompanyNames.key(reply.channel());
            faults.addIf(!CODE.matcher(reply.code()).matches(), path + "code", "format");
            faults.addIf(!seen.add(channel + " " + CompanyNames.key(reply.code())), path + "code", "taken");
            faults.addIf(reply.text().isEmpty(), path + "text", "required");
            faults.addIf(reply.text().length() > LONGEST_TEXT, path + "text", "too_long");
            faults.addIf(!channel.isEmpty() && !channels.contains(channel), path + "channel", "unknown");
        }
    }

    private void agents() {
        var logins = new HashSet<String>();
        var emails = new HashSet<String>();
        for (int i = 0; i < document.agents().size(); i++) {
            String path = "agents[" + i + "].";
            Agent agent = document.agents().get(i);
            account(path, agent.account());
            unique(path, agent.account(), logins, emails, known.agentEmails());
            faults.addIf(!AVAILABILITIES.contains(agent.availability()), path + "availability", "unknown");
            permissions(path + "permissions.", agent.permissions());
            for (int n = 0; n < agent.channels().size(); n++) {
                boolean unknown =
                        !channels.contains(CompanyNames.key(agent.channels().get(n)));
                faults.addIf(unknown, path + "channels[" + n + "]", "unknown");
            }
            absences(path + "outOfOffice", agent.outOfOffice());
        }
    }

    private void account(String path, Account account) {
        faults.line(path + "login", account.login(), LONGEST_NAME);
        faults.addIf(account.login().contains(" "), path + "login", "format");
        faults.line(path + "lastName", account.name(), LONGEST_NAME);
        faults.email(path + "email", account.email());
        faults.addIf(!LOCALE.matcher(account.locale()).matches(), path + "locale", "format");
        faults.timeZone(path + "timeZone", account.timeZone());
        if (!account.passwordHash().isEmpty()) {
            faults.addIf(!ARGON2ID.matcher(account.passwordHash()).matches(), path + "passwordHash", "format");
        } else if (account.password().isEmpty()) {
            faults.add(path + "password", "required");
        } else {
            passwords
                    .rules(account.password(), account.login(), account.email())
                    .forEach((field, code) -> faults.add(path + field, code));
        }
    }

    /// Somebody whose login is known is left as he is, but nobody new may take another's email.
    private void unique(
            String path, Account account, Set<String> logins, Set<String> emails, Map<String, String> known) {
        String login = CompanyNames.key(account.login());
        String email = CompanyNames.key(account.email());
        faults.addIf(!logins.add(login), path + "login", "taken");
        boolean others = !known.containsValue(login) && known.containsKey(email);
        faults.addIf(!emails.add(email) || others, path + "email", "taken");
    }

    private void permissions(String path, Map<String, List<String>> permissions) {
        permissions.forEach((group, held) -> {
            faults.addIf(!groups.contains(CompanyNames.key(group)), path + group, "unknown");
            faults.addIf(held == null || !PERMISSIONS.containsAll(held), path + group, "unknown");
        });
    }

    private void absences(String path, List<CompanyDocument.Absence> absences) {
        for (int i = 0; i < absences.size(); i++) {
            CompanyDocument.Absence absence = absences.get(i);
            if (absence.startsAt() == null || absence.endsAt() == null) {
                faults.add(path + "[" + i + "]", "required");
            } else {
                faults.addIf(!absence.endsAt().isAfter(absence.startsAt()), path + "[" + i + "].endsAt", "format");
            }
        }
    }

    private void customers() {
        var numbers = new HashSet<String>();
        var logins = new HashSet<String>();
        var emails = new HashSet<String>();
        for (int i = 0; i < document.customers().size(); i++) {
            String path = "customers[" + i + "].";
            Customer customer = document.customers().get(i);
            faults.line(path + "number", customer.number(), LONGEST_NAME);
            faults.addIf(!numbers.add(customer.number()), path + "number", "taken");
            faults.line(path + "name", customer.name(), LONGEST_CUSTOMER);
            for (int n = 0; n < customer.users().size(); n++) {
                String user = path + "users[" + n + "].";
                account(user, customer.users().get(n).account());
                unique(user, customer.users().get(n).account(), logins, emails, known.customerUserEmails());
            }
        }
    }
}
