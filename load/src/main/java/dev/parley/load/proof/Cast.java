package dev.parley.load.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Crew;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.Opening;
import dev.parley.load.desk.Person;
import dev.parley.load.desk.Staff;
import dev.parley.load.wire.Loops;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Who plays in the proof: every second chat is a customer user's, every other a public user's; a few agents own
/// and join several chats each over one socket.
public final class Cast {
    /// How many write in one chat.
    static final int PEOPLE = 3;

    private static final int CHATS_AN_AGENT = 5;
    private static final int FEWEST_AGENTS = 3;
    private static final int SECONDS_TO_CONNECT = 30;
    private static final String FIRST_WORDS = "Hello, is anybody there?";

    /// One chat and the three who write in it.
    public record Scene(String chat, Client outsider, Client owner, Client second) {
        public List<Client> clients() {
            return List.of(outsider, owner, second);
        }
    }

    private final Desk desk;
    private final Loops loops;
    private final Counters counters;
    private final Random random;
    private final long repeatMillis;

    Cast(Desk desk, Loops loops, Counters counters, Plan plan) {
        this.desk = desk;
        this.loops = loops;
        this.counters = counters;
        this.repeatMillis = plan.repeatMillis();
        this.random = new Random(plan.seed());
    }

    /// Signs everybody in, connects them and opens the chats.
    List<Scene> assemble(int chats) {
        Staff staff = desk.staff(HexFormat.of().toHexDigits(new Random().nextInt()));
        int agentCount = Math.max(FEWEST_AGENTS, chats / CHATS_AN_AGENT);
        List<Client> agents = clients(staff.agents(agentCount), false);
        List<Client> customers = clients(staff.customerUsers((chats + 1) / 2), true);
        connect(agents);
        connect(customers);
        String channel = staff.channel(customers.getFirst().person());
        Opening opening = new Opening(desk.api(), channel);
        List<Scene> scenes = Crew.each(chats, i -> {
            Client owner = agents.get(i % agentCount);
            Client second = agents.get((i + 1) % agentCount);
            return i % 2 == 0
                    ? customerScene(opening, customers.get(i / 2), owner, second)
                    : publicScene(opening, channel, owner, second);
        });
        connect(scenes.stream()
                .map(Scene::outsider)
                .filter(client -> !customers.contains(client))
                .toList());
        return scenes;
    }

    /// Gives every one of a scene the chat to keep; to be called on the event loop.
    static List<Traffic.Seat> seats(List<Scene> scenes) {
        List<Traffic.Seat> seats = new ArrayList<>();
        for (Scene scene : scenes) {
            for (Client client : scene.clients()) {
                Conversation conversation = client.keep(scene.chat());
                if (client == scene.outsider()) {
                    conversation.opened(FIRST_WORDS);
                }
                seats.add(new Traffic.Seat(client, conversation));
            }
        }
        return seats;
    }

    private Scene customerScene(Opening opening, Client customer, Client owner, Client second) {
        String chat = opening.open(List.of(customer.person(), owner.person(), second.person()), FIRST_WORDS);
        return new Scene(chat, customer, owner, second);
    }

    private Scene publicScene(Opening opening, String channel, Client owner, Client second) {
        var body = Map.of(
                "id", UUID.randomUUID(), "name", "Visitor", "text", FIRST_WORDS, "channel", channel, "token", true);
        JsonNode answer = desk.api().post("", "/public-chats", body);
        String chat = answer.path("chat").path("id").asText();
        Person visitor = new Person(
                answer.path("me").path("id").asText(), answer.path("token").asText());
        opening.join(chat, owner.person(), second.person());
        return new Scene(chat, client(visitor, true), owner, second);
    }

    private List<Client> clients(List<Person> people, boolean outsiders) {
        return people.stream().map(person -> client(person, outsiders)).toList();
    }

    private Client client(Person person, boolean outsider) {
        long seed;
        synchronized (random) {
            seed = random.nextLong();
        }
        return new Client(person, outsider, loops, counters, repeatMillis, seed);
    }

    private static void connect(List<Client> clients) {
        try {
            CompletableFuture.allOf(clients.stream().map(Client::connect).toArray(CompletableFuture[]::new))
                    .get(SECONDS_TO_CONNECT, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new BenchFailure("not everybody got live: " + failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}
