package dev.parley.load.experiment;

import dev.parley.load.desk.Api;
import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.Opening;
import dev.parley.load.desk.Person;
import dev.parley.load.desk.ServerProcess;
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
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// One message is sent again and again under its id: at once, much later, after a restart. It is stored once, and
/// always the same number is answered; with another text the id is refused.
final class Repeats {
    private static final int AT_ONCE = 1_000;
    private static final int LATER = 20;
    private static final String TEXT = "This is said once.";
    private static final String ROWS = "select count(*), min(seq) from entry where chat_id = ? and client_id = ?";

    private final Desk desk;
    private final String chat;
    private final Person customer;
    private final String id = UUID.randomUUID().toString();
    private final List<Finding> findings = new ArrayList<>();
    private int number;
    private int repeats;

    private Repeats(Desk desk) {
        this.desk = desk;
        Staff staff = desk.staff(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        List<Person> agents = staff.agents(2);
        this.customer = staff.customerUsers(1).getFirst();
        this.chat =
                new Opening(desk.api(), staff.channel(customer)).open(List.of(customer, agents.get(0), agents.get(1)));
    }

    static Figures run(Stage stage) {
        return new Repeats(stage.desk()).repeat(stage.scale().either(1, 5));
    }

    private Figures repeat(int rounds) {
        List<Integer> restarts = new ArrayList<>();
        atOnce(AT_ONCE);
        for (int round = 0; round < rounds; round++) {
            for (String age : List.of("31 seconds", "11 minutes", "25 hours")) {
                desk.ownServer()
                        .database()
                        .execute("update entry set at = at - interval '" + age + "' where chat_id = '" + chat + "'");
                atOnce(LATER);
            }
            restart();
            restarts.add(0);
            atOnce(LATER);
            reuse();
        }
        return Outlook.tell(new Figures().with("repeats", repeats), repeats, restarts, Verdict.of(findings));
    }

    private void restart() {
        ServerProcess server = desk.ownServer();
        server.kill();
        server.start();
    }

    private void atOnce(int times) {
        for (Api.Answer answer : send(TEXT, times)) {
            int n = answer.body().path("n").asInt();
            if (!answer.good()) {
                found(Fault.UNDECIDED, "a repeat was answered with " + answer);
            } else if (number != 0 && n != number) {
                found(Fault.DOUBLED, "acked as " + number + " and as " + n);
            } else {
                number = n;
            }
        }
        checkRow();
    }

    private void reuse() {
        for (Api.Answer answer : send("This is said instead.", LATER)) {
            if (!answer.code().equals("id_reused")) {
                found(Fault.PHANTOM, "another text under the same id was answered with " + answer);
            }
        }
        checkRow();
    }

    private List<Api.Answer> send(String text, int times) {
        repeats += times;
        var body = Map.of("id", id, "text", text);
        List<Api.Answer> answers = new ArrayList<>();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            List<java.util.concurrent.Future<Api.Answer>> all = Stream.generate(() -> threads.submit(
                            () -> desk.api().attempt(customer.token(), "/chats/" + chat + "/entries", body)))
                    .limit(times)
                    .toList();
            for (var one : all) {
                answers.add(one.get());
            }
            return answers;
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new BenchFailure("a repeat failed: " + failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }

    private void checkRow() {
        try (Connection connection = desk.ownServer().database().connect();
                var rows = connection.prepareStatement(ROWS)) {
            rows.setObject(1, UUID.fromString(chat));
            rows.setObject(2, UUID.fromString(id));
            try (ResultSet row = rows.executeQuery()) {
                row.next();
                if (row.getInt(1) > 1) {
                    found(Fault.DOUBLED, row.getInt(1) + " rows of one id");
                } else if (row.getInt(1) == 0) {
                    found(Fault.ACK_WITHOUT_ROW, "acked as " + number);
                }
            }
        } catch (SQLException failed) {
            throw new BenchFailure("the tables cannot be read: " + failed.getMessage());
        }
    }

    private void found(Fault fault, String what) {
        findings.add(new Finding(fault, what));
    }
}
