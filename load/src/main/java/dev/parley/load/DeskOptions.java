package dev.parley.load;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.ServerProcess;
import dev.parley.load.experiment.Scale;
import dev.parley.load.experiment.Stage;
import dev.parley.load.speed.Figures;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// What every command takes: where the desk is, and how to tell the result.
final class DeskOptions {
    private static final String NONE = "";

    @Option(
            names = "--url",
            defaultValue = NONE,
            description = "a running server; without it, one is started for the run")
    private String url = NONE;

    @Option(names = "--admin", defaultValue = NONE, description = "login of an administrator of the server at --url")
    private String admin = NONE;

    @Option(
            names = "--password",
            defaultValue = NONE,
            description = "his password; without it, PARLEY_BENCH_PASSWORD is taken")
    private String password = NONE;

    @Option(
            names = "--server-pid",
            defaultValue = "0",
            description = "process id of the server at --url, to read its CPU and memory")
    private long serverPid;

    @Option(names = "--server-jar", defaultValue = "${sys:parley.server.jar:-}", description = "the server to start")
    private String serverJar = NONE;

    @Option(names = "--jvm", description = "a further flag for the server's JVM; may be repeated")
    private List<String> jvmFlags = new ArrayList<>();

    @Option(names = "--keep", description = "leave the started server's folder with its log and data behind")
    private boolean keep;

    @Option(names = "--json", description = "one line of JSON instead of a table")
    private boolean json;

    /// Does the work on the desk, tells the figures and gives the exit code.
    int run(Function<Desk, Figures> work) {
        try (Desk desk = desk()) {
            Figures figures = work.apply(desk);
            System.out.println(json ? figures.json() : figures.table());
            return figures.sound() ? 0 : 1;
        } catch (BenchFailure failure) {
            System.err.println("bench: " + failure.getMessage());
            return 2;
        }
    }

    /// The stage for experiments; nothing is started before one needs it.
    Stage stage(Scale scale, long seed) {
        return new Stage(this::desk, this::server, scale, seed);
    }

    boolean json() {
        return json;
    }

    private ServerProcess server(Optional<Path> jar, Optional<Path> dataFolder) {
        return new ServerProcess(jar.orElse(Path.of(serverJar)), jvmFlags, keep, dataFolder);
    }

    private Desk desk() {
        if (url.isEmpty()) {
            ServerProcess server = server(Optional.empty(), Optional.empty());
            try {
                return Desk.fresh(server);
            } catch (BenchFailure failure) {
                server.close();
                throw failure;
            }
        }
        if (admin.isEmpty()) {
            throw new BenchFailure("--url needs --admin and a password, to import the people of the run");
        }
        String secret = password.isEmpty()
                ? Optional.ofNullable(System.getenv("PARLEY_BENCH_PASSWORD")).orElse(NONE)
                : password;
        return Desk.running(URI.create(url), admin, secret, serverPid == 0 ? Optional.empty() : Optional.of(serverPid));
    }
}
