package dev.parley.load.desk;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The people of a bench run: imported by the administrator in documents of bearable size, then signed in. Their
/// password hash is of the cheapest cost that is still Argon2id, so that thousands of sign-ins measure something
/// else.
public final class Staff {
    /// The channel, and the group behind it, that all chats of the bench take place in.
    public static final String CHANNEL = "Bench";

    private static final String PASSWORD = "bench password, good for nothing";
    private static final int PEOPLE_A_DOCUMENT = 150;

    private final Api api;
    private final String adminToken;
    private final String run;
    private final String passwordHash = Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(16, 1, 1, 32, Argon2.ID))
            .getResult();

    /// `run` keeps the names of this run apart from those of other runs on the same desk.
    public Staff(Api api, String adminToken, String run) {
        this.api = api;
        this.adminToken = adminToken;
        this.run = run;
    }

    /// That many agents who may own chats, signed in and available for external chats.
    public List<Person> agents(int count) {
        inDocuments(
                count,
                (from, to) -> Map.of(
                        "groups", List.of(Map.of("name", CHANNEL)),
                        "channels",
                                List.of(Map.of(
                                        "name", CHANNEL, "group", CHANNEL, "forCustomers", true, "forPublic", true)),
                        "agents",
                                IntStream.range(from, to).mapToObj(this::agent).toList()));
        return Crew.each(count, i -> {
            Person person = signIn("agent", "agent", i);
            api.put(person.token(), "/me/availability", Map.of("availability", "external"));
            return person;
        });
    }

    /// That many customer users of one customer, signed in.
    public List<Person> customerUsers(int count) {
        inDocuments(
                count,
                (from, to) -> Map.of(
                        "customers",
                        List.of(Map.of(
                                "number", "bench-" + run,
                                "name", "Bench " + run,
                                "users",
                                        IntStream.range(from, to)
                                                .mapToObj(this::customerUser)
                                                .toList()))));
        return Crew.each(count, i -> signIn("customer", "customer", i));
    }

    private interface Document {
        Map<String, Object> of(int from, int to);
    }

    private void inDocuments(int count, Document document) {
        for (int from = 0; from < count; from += PEOPLE_A_DOCUMENT) {
            api.post(adminToken, "/admin/import", document.of(from, Math.min(count, from + PEOPLE_A_DOCUMENT)));
        }
    }

    private Map<String, Object> agent(int i) {
        return Map.of(
                "login",
                login("agent", i),
                "firstName",
                "Agent",
                "lastName",
                "Bench " + i,
                "email",
                login("agent", i) + "@example.org",
                "passwordHash",
                passwordHash,
                "availability",
                "external",
                "permissions",
                Map.of(CHANNEL, List.of("chat_owner")),
                "channels",
                List.of(CHANNEL));
    }

    private Map<String, Object> customerUser(int i) {
        return Map.of(
                "login",
                login("customer", i),
                "firstName",
                "Customer",
                "lastName",
                "Bench " + i,
                "email",
                login("customer", i) + "@example.com",
                "passwordHash",
                passwordHash);
    }

    private Person signIn(String as, String role, int i) {
        var answer = api.post(
                "", "/session", Map.of("as", as, "login", login(role, i), "password", PASSWORD, "token", true));
        return new Person(
                answer.path("me").path("id").asText(), answer.path("token").asText());
    }

    private String login(String role, int i) {
        return "bench-" + run + "-" + role + "-" + i;
    }

    /// The id of the bench's channel, as a person who may start chats in it sees it.
    public String channel(Person person) {
        List<String> seen = new ArrayList<>();
        for (var channel : api.get(person.token(), "/desk").path("channels")) {
            seen.add(channel.path("name").asText());
            if (channel.path("name").asText().equals(CHANNEL)) {
                return channel.path("id").asText();
            }
        }
        throw new BenchFailure("channel " + CHANNEL + " is not offered, only " + seen);
    }
}
