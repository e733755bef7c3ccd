package dev.parley.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The built server as a process of its own, in a folder of its own. It may be killed and started again, and leaves
/// nothing behind. `-Dparley.app=FOLDER` names another build than the usual one. Owned by one thread.
final class Product implements AutoCloseable {
    private static final Path JAR =
            Path.of(System.getProperty("parley.app", "target/quarkus-app")).resolve("quarkus-run.jar");
    private static final Pattern SETUP_CODE = Pattern.compile("Setup code: (\\S+)");
    private static final List<String> DEMO = List.of("run", "--demo");
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    // As ./run starts it.
    private static final List<String> JVM =
            List.of("@jvm.options", "-XX:AOTCache=" + JAR.resolveSibling("app.aot"), "-Xms64m", "-Xmx512m");

    private final List<String> arguments;
    private final Map<String, String> settings;
    private final Path folder;
    private final int port;
    private final Thread atExit = new Thread(this::killEverything);
    private Optional<Process> process = Optional.empty();

    private Product(List<String> arguments, Map<String, String> settings, Optional<Path> before) {
        this.arguments = arguments;
        this.settings = settings;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
            this.folder = Files.createTempDirectory("parley-journey-");
            if (before.isPresent()) {
                Folders.copy(before.get(), data());
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        start();
    }

    /// With the company Northwind Outdoor, and without rate limits: all people of all journeys come from one address.
    static Product demo() {
        return demo(Map.of());
    }

    /// The same with more settings.
    static Product demo(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("PARLEY_LIMITS", "off");
        return new Product(DEMO, all, Optional.of(DemoData.FOLDER));
    }

    /// What the first start with that company leaves behind. Every other one begins with a copy, which takes half the
    /// time.
    private static final class DemoData {
        static final Path FOLDER = made();

        private static Path made() {
            try (var first = new Product(DEMO, Map.of(), Optional.empty())) {
                first.stop();
                Path kept = Files.createTempDirectory("parley-demo-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(kept)));
                Path data = kept.resolve("data");
                Folders.copy(first.data(), data);
                return data;
            } catch (IOException noRoom) {
                throw new UncheckedIOException(noRoom);
            }
        }
    }

    /// As somebody finds it who starts it for the first time.
    static Product untouched() {
        return new Product(List.of("run"), Map.of(), Optional.empty());
    }

    /// Behind a proxy that serves it to the world at `publicAddress`.
    static Product behindProxy(String publicAddress) {
        Map<String, String> settings = Map.of("PARLEY_BEHIND_PROXY", "true", "PARLEY_PUBLIC_URL", publicAddress);
        return new Product(List.of("run"), settings, Optional.empty());
    }

    String address() {
        return "http://localhost:" + port;
    }

    /// The shop of the demo company: another site, on the port behind.
    String shop() {
        return "http://127.0.0.1:" + (port + 1) + "/demo/shop";
    }

    /// Starts it, for the first time or again, and waits until it serves.
    void start() {
        try {
            Process started = command(arguments)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            process = Optional.of(started);
            awaitReady(started);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// Runs another command on the same data, types `input`, and gives what it said and its exit code.
    Said runs(String input, String... words) {
        try {
            Process running = command(List.of(words)).start();
            try (var typing = running.outputWriter()) {
                typing.write(input);
            }
            String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(running.waitFor(), said);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped", stop);
        }
    }

    /// Changes the database behind the server's back, as time would.
    void changes(String sql) {
        try {
            String url = "jdbc:postgresql://127.0.0.1:"
                    + Files.readString(data().resolve("port")).strip() + "/parley";
            String password = Files.readString(data().resolve("password")).strip();
            try (Connection connection = DriverManager.getConnection(url, "parley", password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    record Said(int exitCode, String words) {}

    private ProcessBuilder command(List<String> words) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JVM);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PARLEY_PORT", Integer.toString(port));
        builder.environment().put("PARLEY_DATA_DIR", data().toString());
        builder.environment().put("PARLEY_KEEP_EXTERNAL", "true");
        builder.environment().putAll(settings);
        return builder;
    }

    /// Ends it politely.
    void stop() {
        process.ifPresent(Product::stop);
        process = Optional.empty();
    }

    /// Ends it as a power cut would, without a word.
    void kill() {
        Process running = process.orElseThrow();
        running.toHandle().destroyForcibly();
        running.onExit().join();
        process = Optional.empty();
    }

    /// The code that is printed for the first administrator.
    String setupCode() {
        Matcher code = SETUP_CODE.matcher(said());
        if (!code.find()) {
            throw new AssertionError("no setup code was printed:\n" + said());
        }
        return code.group(1);
    }

    void keepLog(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.copy(log(), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    @Override
    public void close() {
        stop();
        killEverything();
        Runtime.getRuntime().removeShutdownHook(atExit);
        Folders.delete(folder);
    }

    private void awaitReady(Process started) {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address() + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!ready(http, ask)) {
                if (started.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new AssertionError("the server did not start:\n" + said());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped", stop);
        }
    }

    private static boolean ready(HttpClient http, HttpRequest ask) throws InterruptedException {
        try {
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void stop(Process running) {
        running.destroy();
        try {
            if (!running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    // The database outlives a killed server by design; here nobody will come back for it.
    private void killEverything() {
        process.ifPresent(Process::destroyForcibly);
        postmaster().ifPresent(postmaster -> {
            postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
    }

    private Optional<ProcessHandle> postmaster() {
        try (Stream<String> lines = Files.lines(data().resolve("pg/postmaster.pid"))) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
        } catch (IOException | UncheckedIOException ended) {
            return Optional.empty();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
