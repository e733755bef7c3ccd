package dev.parley.load.experiment;

import dev.parley.load.desk.Api;
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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;

/// Ten agents accept the same request at the same instant, again and again: one of them has it, the others are told
/// who.
final class AcceptRace {
    private static final int AGENTS = 10;
    private static final int CUSTOMERS = 20;
    private static final String STORED = """
            select c.status, c.accepted_by,
                   (select count(*) from entry e where e.chat_id = c.id and e.kind = 'accepted') as lines,
                   (select count(*) from participant p
                     where p.chat_id = c.id and p.level = 'owner' and p.state = 'active') as owners
              from chat c where c.id = ?
            """;

    private final Desk desk;
    private final List<Person> agents;
    private final List<String> chats;
    private final List<Finding> findings = new ArrayList<>();

    private AcceptRace(Desk desk, int requests, long seed) {
        this.desk = desk;
        Staff staff = desk.staff(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        this.agents = staff.agents(AGENTS);
        List<Person> customers = staff.customerUsers(CUSTOMERS);
        String channel = staff.channel(customers.getFirst());
        Random random = new Random(seed);
        this.chats = Crew.each(requests, i -> {
            var body = Map.of("id", UUID.randomUUID(), "text", "Who will help me?", "channel", channel);
            Person customer = customers.get(random.nextInt(customers.size()));
            return desk.api().post(customer.token(), "/chats", body).path("id").asText();
        });
    }

    static Figures run(Stage stage) {
        return new AcceptRace(stage.desk(), stage.scale().messages(200, 1_000), stage.seed()).race();
    }

    private Figures race() {
        CyclicBarrier start = new CyclicBarrier(AGENTS);
        List<List<Api.Answer>> byAgent = Crew.each(AGENTS, i -> {
            List<Api.Answer> answers = new ArrayList<>();
            for (String chat : chats) {
                await(start);
                answers.add(desk.api().attempt(agents.get(i).token(), "/chats/" + chat + "/accept", Map.of()));
            }
            return answers;
        });
        for (int i = 0; i < chats.size(); i++) {
            int number = i;
            check(
                    chats.get(i),
                    byAgent.stream().map(answers -> answers.get(number)).toList());
        }
        Figures figures = new Figures().with("requests", chats.size()).with("agents", AGENTS);
        return Outlook.tell(figures, chats.size(), List.of(), Verdict.of(findings));
    }

    private void check(String chat, List<Api.Answer> answers) {
        long winners = answers.stream().filter(Api.Answer::good).count();
        if (winners != 1) {
            found(chat + " was given to " + winners + " agents: " + answers);
            return;
        }
        int winner = answers.indexOf(
                answers.stream().filter(Api.Answer::good).findFirst().orElseThrow());
        String id = agents.get(winner).id();
        for (Api.Answer answer : answers) {
            boolean told = answer.good()
                    || answer.code().equals("already_accepted")
                            && answer.body().path("by").path("id").asText().equals(id);
            if (!told) {
                found(chat + ", which " + id + " has, was answered with " + answer);
            }
        }
        desk.server().ifPresent(server -> checkRows(server.database().connect(), chat, id));
    }

    private void checkRows(Connection opened, String chat, String winner) {
        try (Connection connection = opened;
                var stored = connection.prepareStatement(STORED)) {
            stored.setObject(1, UUID.fromString(chat));
            try (ResultSet row = stored.executeQuery()) {
                row.next();
                boolean once = row.getString("status").equals("active")
                        && winner.equals(row.getString("accepted_by"))
                        && row.getInt("lines") == 1
                        && row.getInt("owners") == 1;
                if (!once) {
                    found(chat + ", which " + winner + " has, is stored with " + row.getInt("lines")
                            + " lines of acceptance and " + row.getInt("owners") + " owners");
                }
            }
        } catch (SQLException failed) {
            throw new BenchFailure("the tables cannot be read: " + failed.getMessage());
        }
    }

    private void found(String what) {
        findings.add(new Finding(Fault.EFFECT_NOT_ONCE, what));
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}
