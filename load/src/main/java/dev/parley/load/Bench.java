package dev.parley.load;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.experiment.Experiments;
import dev.parley.load.experiment.Scale;
import dev.parley.load.experiment.Stage;
import dev.parley.load.planted.Planted;
import dev.parley.load.speed.Figures;
import dev.parley.load.speed.Floor;
import dev.parley.load.speed.Idle;
import dev.parley.load.speed.Machine;
import dev.parley.load.speed.Storm;
import dev.parley.load.speed.Talk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command line of `./bench`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures a Parley server over real sockets, and proves that it keeps its promise.",
        subcommands = {
            Bench.Chat3.class,
            Bench.Paced.class,
            Bench.Quiet.class,
            Bench.Reconnect.class,
            Bench.Bare.class,
            Bench.Prove.class
        })
public final class Bench implements Callable<Integer> {
    /// Exit code of a command line that makes no sense.
    static final int MISUSED = 2;

    private static final int WARMUP_SECONDS = 3;

    private final CommandLine line;

    Bench() {
        line = new CommandLine(this);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof BenchFailure) {
                command.getErr().println("bench: " + failure.getMessage());
                return MISUSED;
            }
            throw failure;
        });
    }

    public static void main(String... arguments) {
        System.exit(new Bench().line().execute(arguments));
    }

    CommandLine line() {
        return line;
    }

    @Override
    public Integer call() {
        line.usage(System.err);
        return MISUSED;
    }

    private static void positive(int value, String option) {
        if (value <= 0) {
            throw new BenchFailure(option + " must be more than 0");
        }
    }

    /// `./bench chat3`
    @Command(
            name = "chat3",
            mixinStandardHelpOptions = true,
            description =
                    "Chats of three who send in turn, one message in flight a chat: messages a second and what they cost.")
    static final class Chat3 implements Callable<Integer> {
        @Mixin
        private DeskOptions desk = new DeskOptions();

        @Option(names = "--chats", defaultValue = "500", description = "how many chats (default: ${DEFAULT-VALUE})")
        int chats;

        @Option(
                names = "--seconds",
                defaultValue = "20",
                description = "how long to measure (default: ${DEFAULT-VALUE})")
        int seconds;

        @Option(
                names = "--warmup",
                defaultValue = "10",
                description = "seconds before that (default: ${DEFAULT-VALUE})")
        int warmup;

        @Option(
                names = "--loops",
                defaultValue = "1",
                description = "event loops of the generator (default: ${DEFAULT-VALUE})")
        int loops;

        @Override
        public Integer call() {
            positive(chats, "--chats");
            positive(loops, "--loops");
            positive(seconds, "--seconds");
            return desk.run(at -> {
                try (Floor floor = new Floor(at, chats, loops)) {
                    return new Talk(at, floor).closedLoop(warmup, seconds);
                }
            });
        }
    }

    /// `./bench paced`
    @Command(
            name = "paced",
            mixinStandardHelpOptions = true,
            description = "The same chats at a fixed rate: how long a message takes when the server is not busy.")
    static final class Paced implements Callable<Integer> {
        @Mixin
        private DeskOptions desk = new DeskOptions();

        @Option(names = "--chats", defaultValue = "500", description = "how many chats (default: ${DEFAULT-VALUE})")
        int chats;

        @Option(names = "--rate", defaultValue = "200", description = "messages a second (default: ${DEFAULT-VALUE})")
        int rate;

        @Option(
                names = "--seconds",
                defaultValue = "20",
                description = "how long to measure (default: ${DEFAULT-VALUE})")
        int seconds;

        @Option(
                names = "--warmup",
                defaultValue = "10",
                description = "seconds before that (default: ${DEFAULT-VALUE})")
        int warmup;

        @Override
        public Integer call() {
            positive(chats, "--chats");
            positive(rate, "--rate");
            positive(seconds, "--seconds");
            return desk.run(at -> {
                try (Floor floor = new Floor(at, chats, 1)) {
                    return new Talk(at, floor).paced(rate, warmup, seconds);
                }
            });
        }
    }

    /// `./bench idle`
    @Command(
            name = "idle",
            mixinStandardHelpOptions = true,
            description = "Signed-in people who say nothing: KB of server memory for each connection.")
    static final class Quiet implements Callable<Integer> {
        @Mixin
        private DeskOptions desk = new DeskOptions();

        @Option(names = "--connections", defaultValue = "10000", description = "how many (default: ${DEFAULT-VALUE})")
        int connections;

        @Option(
                names = "--at-most",
                defaultValue = "0",
                description = "fail if a connection keeps more KB of live heap")
        double atMost;

        @Override
        public Integer call() {
            positive(connections, "--connections");
            return desk.run(at -> new Idle(at).measure(connections, atMost));
        }
    }

    /// `./bench reconnect`
    @Command(
            name = "reconnect",
            mixinStandardHelpOptions = true,
            description =
                    "Everybody is cut off and comes back at once: seconds until all are live and have what they missed.")
    static final class Reconnect implements Callable<Integer> {
        @Mixin
        private DeskOptions desk = new DeskOptions();

        @Option(names = "--clients", defaultValue = "5000", description = "how many (default: ${DEFAULT-VALUE})")
        int clients;

        @Option(
                names = "--entries",
                defaultValue = "50",
                description = "entries each has missed (default: ${DEFAULT-VALUE})")
        int entries;

        @Option(
                names = "--restart",
                description = "kill the server and start it again, instead of only cutting the connections")
        boolean restart;

        @Override
        public Integer call() {
            positive(clients, "--clients");
            positive(entries, "--entries");
            return desk.run(at -> new Storm(at).measure(clients, entries, restart));
        }
    }

    /// `./bench machine`
    @Command(
            name = "machine",
            mixinStandardHelpOptions = true,
            description = "The traffic of chat3 over bare sockets, without a server: what this machine makes possible.")
    static final class Bare implements Callable<Integer> {
        @Option(names = "--chats", defaultValue = "500", description = "how many chats (default: ${DEFAULT-VALUE})")
        int chats;

        @Option(
                names = "--seconds",
                defaultValue = "10",
                description = "how long to measure (default: ${DEFAULT-VALUE})")
        int seconds;

        @Option(names = "--json", description = "one line of JSON instead of a table")
        boolean json;

        @Override
        public Integer call() {
            positive(chats, "--chats");
            positive(seconds, "--seconds");
            Figures figures = new Machine().measure(chats, WARMUP_SECONDS, seconds);
            System.out.println(json ? figures.json() : figures.table());
            return 0;
        }
    }

    /// `./bench proof`
    @Command(
            name = "proof",
            mixinStandardHelpOptions = true,
            description = "Lets everything go wrong while people write, then holds their ledgers against the tables.")
    static final class Prove implements Callable<Integer> {
        @Mixin
        private DeskOptions desk = new DeskOptions();

        @Option(
                names = "--planted",
                description = "build servers with one planted bug each, and prove that every bug is caught")
        boolean planted;

        @Option(names = "--list", description = "name the experiments and run none")
        boolean list;

        @Option(
                names = "--only",
                split = ",",
                paramLabel = "NAME",
                description = "run this experiment, or plant this bug, alone, or these with commas between")
        List<String> only = new ArrayList<>();

        @Option(names = "--small", description = "all experiments, within five minutes; this is the default")
        boolean small;

        @Option(names = "--full", description = "all experiments, for hours: 300,000 messages and 200 kills")
        boolean full;

        @Option(names = "--messages", defaultValue = "0", description = "how many messages an experiment has")
        int messages;

        @Option(names = "--chats", defaultValue = "0", description = "in how many chats")
        int chats;

        @Option(names = "--kills", defaultValue = "-1", description = "how often something strikes")
        int kills;

        @Option(names = "--rate", defaultValue = "0", description = "messages a second")
        int rate;

        @Option(
                names = "--seed",
                defaultValue = "1",
                description =
                        "makes a run repeatable as far as the network allows (default: ${DEFAULT-VALUE}); 0: a new one")
        long seed;

        @Override
        public Integer call() {
            if (list) {
                System.out.println(Experiments.list());
                return 0;
            }
            if (planted) {
                Path root = Path.of(System.getProperty("parley.root", "."));
                return Planted.run(root, seed, only);
            }
            long chosen = seed != 0 ? seed : new Random().nextInt(1, Integer.MAX_VALUE);
            try (Stage stage = desk.stage(scale(), chosen)) {
                return Experiments.run(stage, only, desk.json(), System.out);
            }
        }

        Scale scale() {
            return new Scale(full && !small, messages, chats, kills, rate);
        }
    }
}
