package dev.parley.load.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.load.desk.BenchFailure;
import dev.parley.load.speed.Figures;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All experiments of the proof of delivery, and how a number of them is run.
public final class Experiments {
    private static final List<Experiment> ALL = List.of(
            new Experiment("kill", "kill -9 of the server under load", ServerFaults::kill),
            new Experiment(
                    "polite-restart", "SIGTERM under load: gone within 25 s, and back", ServerFaults::politeRestart),
            new Experiment(
                    "exit-points",
                    "the server ends at named points of its work; builds one that does; not in --small",
                    true,
                    ServerFaults::exitPoints,
                    Optional::empty),
            new Experiment("database-kill", "kill -9 of PostgreSQL, or of one of its processes", DatabaseFaults::kill),
            new Experiment("backends-ended", "pg_terminate_backend for every session", DatabaseFaults::backendsEnded),
            new Experiment("read-only", "the database takes no writes for a while", DatabaseFaults::readOnly),
            new Experiment("database-stopped", "SIGSTOP for every process of PostgreSQL", DatabaseFaults::stopped),
            new Experiment("pool-exhausted", "every connection to the database waits for a lock", PoolExhausted::run),
            new Experiment(
                    "disk-full",
                    "no room for the database; needs the right to mount a small tmpfs",
                    false,
                    DiskFull::run,
                    DiskFull::hindrance),
            new Experiment("lost-acks", "the first ack of every message is lost", NetworkFaults::lostAcks),
            new Experiment("bad-network", "latency, resets, black holes", NetworkFaults::badNetwork),
            new Experiment(
                    "slow-readers", "some read nothing for a while, and one of them goes on writing", SlowReaders::run),
            new Experiment("away", "a client is away while 5,000 entries arrive", Clients::away),
            new Experiment("repeats", "one client message id 1,000 times at once, and much later", Repeats::run),
            new Experiment("accept-race", "ten agents accept the same request at the same instant", AcceptRace::run),
            new Experiment(
                    "killed-accepts", "kill -9 while requests are accepted and chats closed", KilledAccepts::run),
            new Experiment("herd", "everybody comes back at once after a restart", Clients::herd));

    private Experiments() {}

    /// A line for each.
    public static String list() {
        return ALL.stream()
                .map(one -> "%-18s %s".formatted(one.name(), one.what()))
                .collect(Collectors.joining("\n"));
    }

    /// Runs those named, or all of this scale that can run here, and tells of each as it ends. The exit code is 0 if
    /// everything was kept.
    public static int run(Stage stage, List<String> only, boolean json, PrintStream out) {
        List<Experiment> chosen = chosen(only, stage.scale().full());
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        Map<String, Figures> broken = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Experiment experiment : chosen) {
            if (!json) {
                out.println("== " + experiment.name() + ": " + experiment.what());
            }
            Optional<String> hindrance = only.isEmpty() ? experiment.hindrance().get() : Optional.empty();
            if (hindrance.isPresent()) {
                leftOut.add(experiment.name() + " (" + hindrance.get() + ")");
                continue;
            }
            Figures figures = figures(experiment, stage);
            all.set(experiment.name(), figures.node());
            if (!json) {
                out.println(figures.table());
            }
            if (!figures.sound()) {
                broken.put(experiment.name(), figures);
            }
        }
        out.println(json ? all.toString() : summary(chosen.size() - leftOut.size(), broken));
        leftOut.forEach(name -> (json ? System.err : out).println("NOT RUN: " + name));
        return broken.isEmpty() ? 0 : 1;
    }

    private static List<Experiment> chosen(List<String> only, boolean full) {
        only.stream()
                .filter(name -> ALL.stream().noneMatch(one -> one.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new BenchFailure("no experiment is called " + name + "; --list names them");
                });
        return ALL.stream()
                .filter(one -> only.isEmpty() ? full || !one.slow() : only.contains(one.name()))
                .toList();
    }

    // One that cannot be finished is a broken promise as well, and the others are run all the same.
    private static Figures figures(Experiment experiment, Stage stage) {
        long begin = System.nanoTime();
        Figures figures;
        try {
            figures = experiment.run().apply(stage);
        } catch (BenchFailure failure) {
            stage.abandon();
            figures = new Figures();
            figures.fault(String.valueOf(failure.getMessage()), 1);
        }
        return figures.with("seed", stage.seed()).with("secondsWithSetUp", (System.nanoTime() - begin) / 1e9);
    }

    // What failed is told once more at the end, where people look first.
    private static String summary(int count, Map<String, Figures> broken) {
        if (broken.isEmpty()) {
            return count + " experiments, nothing lost, doubled, out of order or undecided";
        }
        return broken.entrySet().stream()
                .map(one -> "FAILED: " + one.getKey() + "\n" + one.getValue().faultLines())
                .collect(Collectors.joining());
    }
}
