package dev.parley.load.desk;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server that the bench started for itself, in a folder of its own: it may be killed and started again, and
/// leaves nothing behind. Owned by one thread.
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Pattern SETUP_CODE = Pattern.compile("Setup code: (\\S+)");
    private static final int LOG_LINES_TOLD = 30;
    // Those of ./run, so that what is measured is what people start.
    private static final String JVM_OPTIONS = System.getProperty("parley.server.jvm", "-XX:+UseCompactObjectHeaders");
    private static final List<String> HEAP = List.of("-Xms64m", "-Xmx512m");

    private final Path jar;
    private final List<String> jvmFlags;
    private final boolean keep;
    private final Path folder;
    private final Path dataFolder;
    private final Path log;
    private final int port;
    private final Api api;
    private Optional<Process> process = Optional.empty();

    /// Prepares a server in a new temporary folder on a free port. `jvmFlags` come after the usual ones. `keep`: the
    /// folder stays when all is over.
    public ServerProcess(Path jar, List<String> jvmFlags, boolean keep) {
        this(jar, jvmFlags, keep, Optional.empty());
    }

    /// As above, with the data in another folder, which is whoever's made it.
    public ServerProcess(Path jar, List<String> jvmFlags, boolean keep, Optional<Path> dataFolder) {
        if (!Files.exists(jar)) {
            throw new BenchFailure("no server at " + jar + "; build it, or name a running one with --url");
        }
        this.jar = jar;
        this.jvmFlags = jvmFlags;
        this.keep = keep;
        try {
            this.folder = Files.createTempDirectory("parley-bench-");
            try (ServerSocket free = new ServerSocket(0)) {
                this.port = free.getLocalPort();
            }
        } catch (IOException noRoom) {
            throw new BenchFailure("cannot prepare a server: " + noRoom);
        }
        this.dataFolder = dataFolder.orElse(folder.resolve("data"));
        this.log = folder.resolve("server.log");
        this.api = new Api(URI.create("http://127.0.0.1:" + port));
        Runtime.getRuntime().addShutdownHook(new Thread(this::killEverything));
    }

    public Api api() {
        return api;
    }

    public long pid() {
        return process.orElseThrow(() -> new BenchFailure("the server is not running"))
                .pid();
    }

    /// The PostgreSQL that the server brought along.
    public EmbeddedDatabase database() {
        return new EmbeddedDatabase(dataFolder);
    }

    public boolean alive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /// Starts the server and waits until it serves. Gives the seconds that took.
    public double start() {
        return start(List.of());
    }

    /// As above, with further flags for this start's JVM.
    public double start(List<String> moreFlags) {
        long begin = System.nanoTime();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(JVM_OPTIONS);
        command.addAll(HEAP);
        Path warmStart = jar.resolveSibling("app.aot");
        if (Files.exists(warmStart)) {
            command.add("-XX:AOTCache=" + warmStart);
        }
        command.addAll(jvmFlags);
        command.addAll(moreFlags);
        command.addAll(List.of("-jar", jar.toString(), "run"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("PARLEY_PORT", Integer.toString(port));
        builder.environment().put("PARLEY_DATA_DIR", dataFolder.toString());
        builder.environment().put("PARLEY_LIMITS", "off");
        try {
            process = Optional.of(builder.start());
        } catch (IOException cannot) {
            throw new BenchFailure("cannot start the server: " + cannot);
        }
        awaitReady(begin);
        return (System.nanoTime() - begin) / 1e9;
    }

    /// Ends the server as a power cut would, without a word.
    public void kill() {
        process.ifPresent(running -> {
            running.destroyForcibly();
            running.onExit().join();
        });
        process = Optional.empty();
    }

    /// Waits until the server has ended by itself; false if it has not within that time.
    public boolean awaitEnd(Duration patience) {
        boolean ended = process.map(running -> waitFor(running, patience)).orElse(true);
        if (ended) {
            process = Optional.empty();
        }
        return ended;
    }

    /// Asks the server to end; when it does not, ends it. Gives the seconds that took.
    public double stop() {
        long begin = System.nanoTime();
        process.ifPresent(running -> {
            running.destroy();
            if (!waitFor(running, STOP_PATIENCE)) {
                running.destroyForcibly();
            }
        });
        process = Optional.empty();
        return (System.nanoTime() - begin) / 1e9;
    }

    /// The code that a fresh server prints for its first administrator.
    public String setupCode() {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Matcher code = SETUP_CODE.matcher(logText());
            if (code.find()) {
                return code.group(1);
            }
            pause(POLL);
        }
        throw new BenchFailure("the server printed no setup code:\n" + lastLines());
    }

    /// The end of what the server has said.
    public String lastLines() {
        List<String> lines = logText().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_TOLD), lines.size()));
    }

    @Override
    public void close() {
        stop();
        killEverything();
        api.close();
        if (keep) {
            System.err.println("kept: " + folder);
        } else {
            deleteFolder();
        }
    }

    private void awaitReady(long begin) {
        while (!api.ready()) {
            if (process.filter(Process::isAlive).isEmpty()) {
                throw new BenchFailure("the server ended at its start:\n" + lastLines());
            }
            if (System.nanoTime() - begin > START_PATIENCE.toNanos()) {
                throw new BenchFailure("the server is not ready after " + START_PATIENCE + ":\n" + lastLines());
            }
            pause(POLL);
        }
    }

    // The database outlives a killed server by design; here nobody will come back for it.
    private void killEverything() {
        process.ifPresent(Process::destroyForcibly);
        database().kill();
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException stillInUse) {
            System.err.println("left behind: " + folder);
        }
    }

    private String logText() {
        try {
            return Files.readString(log);
        } catch (IOException notYet) {
            return "";
        }
    }

    private static boolean waitFor(Process running, Duration patience) {
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}
