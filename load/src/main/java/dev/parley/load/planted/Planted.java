package dev.parley.load.planted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.load.planted.Patch.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Proves the proof: builds the server with one bug after the other, and lets the experiment that must catch it try.
/// A proof that catches every planted bug and finds nothing in the real server may be believed.
public final class Planted {
    private static final String NONE = "(none)";
    private static final String SHAPE = "%-32s %-44s %-16s %6s %7s %6s";
    private static final String CAUGHT = "caught";
    private static final String MISSED = "MISSED";
    private static final String CLEAN = "clean";
    private static final String FAULTS = "FAULTS";
    private static final String SERVER_JVM = "parley.server.jvm";

    private final PatchedServer server;
    private final long seed;
    private final ObjectMapper json = new ObjectMapper();

    /// What an experiment told: its counter, or why there is none.
    private record Told(Optional<Integer> count, boolean clean, String trouble) {}

    /// One line of the table.
    record Row(String patch, String trial, String counter, String count, String verdict, long seconds) {
        boolean good() {
            return verdict.equals(CAUGHT) || verdict.equals(CLEAN);
        }
    }

    private Planted(PatchedServer server, long seed) {
        this.server = server;
        this.seed = seed;
    }

    /// Tries the bugs of these names, or all if there are none; 0 if every one was caught and the real server is clean.
    public static int run(Path projectRoot, long seed, List<String> only) {
        Stream<Patch> chosen = only.isEmpty()
                ? Patch.all(projectRoot).stream()
                : only.stream().map(name -> Patch.named(projectRoot, name));
        List<Patch> patches = chosen.filter(Patch::bug).toList();
        try (PatchedServer server = new PatchedServer(projectRoot)) {
            List<Row> rows = new Planted(server, seed).rows(patches);
            System.out.println(table(rows));
            return rows.stream().allMatch(Row::good) ? 0 : 1;
        }
    }

    private List<Row> rows(List<Patch> patches) {
        List<Row> rows = new ArrayList<>();
        Set<Trial> trials = new LinkedHashSet<>();
        patches.forEach(bug -> trials.add(bug.trial()));
        for (Trial trial : trials) {
            rows.add(withoutPatch(trial));
        }
        patches.forEach(patch -> rows.add(withPatch(patch)));
        return rows;
    }

    private Row withoutPatch(Trial trial) {
        long begin = System.nanoTime();
        Told told = ask(trial);
        return row(NONE, trial, told, told.clean() ? CLEAN : FAULTS, begin);
    }

    private Row withPatch(Patch patch) {
        long begin = System.nanoTime();
        server.apply(patch);
        Told told = ask(patch.trial());
        server.revert();
        boolean rose = told.count().filter(count -> count > 0).isPresent();
        return row(patch.name(), patch.trial(), told, rose ? CAUGHT : MISSED, begin);
    }

    private static Row row(String patch, Trial trial, Told told, String verdict, long begin) {
        Row row = new Row(
                patch,
                trial.title(),
                trial.counter(),
                told.count().map(Object::toString).orElse(""),
                verdict,
                (System.nanoTime() - begin) / 1_000_000_000);
        System.err.println(line(row));
        if (!row.good()) {
            System.err.println(told.trouble());
        }
        return row;
    }

    private Told ask(Trial trial) {
        return switch (trial) {
            case Trial.Experiment experiment -> experiment(experiment, server.jar());
            case Trial.PageTest test -> pageTest(test);
        };
    }

    // A process of its own, so that one experiment leaves nothing to the next.
    private Told experiment(Trial.Experiment experiment, Path jar) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"));
        Stream<String> serverJvm = Optional.ofNullable(System.getProperty(SERVER_JVM)).stream()
                .map(options -> "-D" + SERVER_JVM + "=" + options);
        Stream<String> how = Stream.of("--seed", Long.toString(seed), "--server-jar", jar.toString(), "--json");
        List<String> words = Stream.of(
                        java, serverJvm, Stream.of("dev.parley.load.Bench"), experiment.arguments().stream(), how)
                .flatMap(part -> part)
                .toList();
        return told(new Command(Path.of(".").toAbsolutePath(), words).run(), experiment.counter());
    }

    private Told pageTest(Trial.PageTest test) {
        Path web = server.folder().resolve("web");
        var words = List.of("npx", "vitest", "run", test.file(), "-t", test.test(), "--reporter=json");
        Command.Result result = new Command(web, words).run();
        Told told = told(result, test.counter());
        boolean ran = read(result).path("numPassedTests").asInt() > 0;
        return new Told(told.count(), told.clean() && ran, told.trouble());
    }

    private Told told(Command.Result result, String counter) {
        return new Told(
                Optional.ofNullable(read(result).findValue(counter)).map(JsonNode::asInt),
                result.code() == 0,
                "exit code " + result.code() + "\n" + result.lastLines());
    }

    private JsonNode read(Command.Result result) {
        try {
            return json.readTree(result.json());
        } catch (JsonProcessingException broken) {
            return json.createObjectNode();
        }
    }

    static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(SHAPE.formatted("patch", "trial", "counter", "count", "verdict", "s"));
        table.append('\n');
        rows.forEach(row -> table.append(line(row)).append('\n'));
        return table.toString();
    }

    private static String line(Row row) {
        return SHAPE.formatted(row.patch(), row.trial(), row.counter(), row.count(), row.verdict(), row.seconds());
    }
}
