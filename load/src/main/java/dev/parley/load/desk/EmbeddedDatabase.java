package dev.parley.load.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The PostgreSQL that a server of the bench brought along: looked into behind the server's back, and ill-treated.
public final class EmbeddedDatabase {
    private static final String USER = "parley";
    private static final String CONNECT_SECONDS = "10";

    private final Path dataFolder;

    EmbeddedDatabase(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /// A connection of our own, as the superuser that the server uses as well.
    public Connection connect() {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", text("password"));
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        try {
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + text("port") + "/parley", properties);
        } catch (SQLException failed) {
            throw new BenchFailure("the server's database cannot be looked into: " + failed.getMessage());
        }
    }

    /// Runs one statement on a connection of its own.
    public void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new BenchFailure(sql + " failed: " + failed.getMessage());
        }
    }

    public Optional<Long> postmaster() {
        try (Stream<String> lines = Files.lines(dataFolder.resolve("pg").resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::trim).map(Long::parseLong);
        } catch (IOException | java.io.UncheckedIOException | NumberFormatException gone) {
            return Optional.empty();
        }
    }

    /// Ends the database as a power cut would. The server is still there and notices.
    public void kill() {
        process().ifPresent(postmaster -> {
            postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
    }

    /// Ends one of its processes that way, which makes the postmaster end all sessions and recover.
    public void killOneProcess(int which) {
        List<ProcessHandle> children =
                process().stream().flatMap(ProcessHandle::children).sorted().toList();
        if (!children.isEmpty()) {
            children.get(Math.floorMod(which, children.size())).destroyForcibly();
        }
    }

    /// Stops every process where it stands.
    public void suspend() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private Optional<ProcessHandle> process() {
        return postmaster().flatMap(ProcessHandle::of);
    }

    private void signal(String signal) {
        List<String> pids = process().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .map(process -> Long.toString(process.pid()))
                .toList();
        if (pids.isEmpty()) {
            throw new BenchFailure("the server's database is not running");
        }
        Tool.run(Stream.concat(Stream.of("kill", signal), pids.stream()).toList());
    }

    private String text(String file) {
        try {
            return Files.readString(dataFolder.resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new BenchFailure("the server's database cannot be found: " + unreadable);
        }
    }
}
