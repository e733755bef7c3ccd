package dev.parley.load.experiment;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Crew;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.Person;
import dev.parley.load.desk.Staff;
import dev.parley.load.proof.Fault;
import dev.parley.load.proof.Finding;
import dev.parley.load.proof.Outlook;
import dev.parley.load.proof.Verdict;
import dev.parley.load.speed.Figures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The server is killed while agents accept requests and close the chats again. Afterwards they ask once more, as
/// people do who got no answer; then each chat has one owner, one line of acceptance and one of closing, whatever
/// moment the server died at.
final class KilledAccepts {
    private static final int AGENTS = 8;
    private static final int CUSTOMERS = 20;
    private static final int CHATS_A_KILL = 80;
    private static final long EARLIEST_NANOS = 20_000_000;
    private static final long LATEST_NANOS = 200_000_000;
    private static final String HALF_DONE = """
            select id from chat c
             where id = any(?)
               and (status <> 'closed' or accepted_by is null
                    or (select count(*) from entry e where e.chat_id = c.id and e.kind = 'accepted') <> 1
                    or (select count(*) from entry e where e.chat_id = c.id and e.kind = 'closed') <> 1
                    or (select count(*) from participant p where p.chat_id = c.id and p.level = 'owner') <> 1)
            """;

    private final Desk desk;
    private final Random random;
    private final List<Person> agents;
    private final List<Person> customers;
    private final String channel;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Finding> findings = new ArrayList<>();

    private KilledAccepts(Desk desk, long seed) {
        this.desk = desk;
        this.random = new Random(seed);
        Staff staff = desk.staff(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        this.agents = staff.agents(AGENTS);
        this.customers = staff.customerUsers(CUSTOMERS);
        this.channel = staff.channel(customers.getFirst());
    }

    static Figures run(Stage stage) {
        return new KilledAccepts(stage.desk(), stage.seed()).run(stage.scale().kills(2, 30));
    }

    private Figures run(int kills) {
        List<Integer> inFlight = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            List<String> chats = requests();
            int before = unanswered.get();
            Thread killer = Thread.ofPlatform().start(this::killSoon);
            acceptAndClose(chats);
            join(killer);
            inFlight.add(Math.min(AGENTS, unanswered.get() - before));
            desk.ownServer().start();
            acceptAndClose(chats);
            check(chats);
        }
        Figures figures = new Figures().with("chats", kills * CHATS_A_KILL);
        return Outlook.tell(figures, answered.get(), inFlight, Verdict.of(findings));
    }

    private List<String> requests() {
        return Crew.each(CHATS_A_KILL, i -> {
            var body = Map.of("id", UUID.randomUUID(), "text", "Who will help me?", "channel", channel);
            Person customer = customers.get(i % customers.size());
            return desk.api().post(customer.token(), "/chats", body).path("id").asText();
        });
    }

    private void killSoon() {
        LockSupport.parkNanos(random.nextLong(EARLIEST_NANOS, LATEST_NANOS));
        desk.ownServer().kill();
    }

    private void acceptAndClose(List<String> chats) {
        Crew.each(AGENTS, i -> {
            for (int chat = i; chat < chats.size(); chat += AGENTS) {
                ask(agents.get(i), chats.get(chat), "/accept");
                ask(agents.get(i), chats.get(chat), "/close");
            }
            return i;
        });
    }

    // What is closed already cannot be accepted again; that is no fault here, the tables tell.
    private void ask(Person agent, String chat, String what) {
        boolean heard = desk.api()
                        .attempt(agent.token(), "/chats/" + chat + what, Map.of())
                        .status()
                != 0;
        (heard ? answered : unanswered).incrementAndGet();
    }

    private void check(List<String> chats) {
        try (Connection connection = desk.ownServer().database().connect();
                var halfDone = connection.prepareStatement(HALF_DONE)) {
            halfDone.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", chats.stream().map(UUID::fromString).toArray()));
            try (ResultSet row = halfDone.executeQuery()) {
                while (row.next()) {
                    findings.add(new Finding(
                            Fault.EFFECT_NOT_ONCE, row.getString("id") + " was accepted or closed by half, or twice"));
                }
            }
        } catch (SQLException failed) {
            throw new BenchFailure("the tables cannot be read: " + failed.getMessage());
        }
    }

    private static void join(Thread killer) {
        try {
            killer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}
