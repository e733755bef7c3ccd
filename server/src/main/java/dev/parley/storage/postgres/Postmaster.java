package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/// One running PostgreSQL: started, and ready when it takes connections. Crash recovery is waited for.
final class Postmaster {
    static final String DATABASE = "parley";
    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration TELL = Duration.ofSeconds(5);
    private static final Duration SHUTDOWN = Duration.ofSeconds(15);
    private static final int STARTS = 50;
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(200);
    private static final int TAIL = 4_096;

    private final Process process;
    private final int port;

    private Postmaster(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts until it runs. A port that was taken in between is given up for another, and what a crash left behind
    /// is waited for.
    static Postmaster start(Cluster cluster, Binaries binaries, Account account, IntSupplier ports) {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            Process process = launch(cluster, binaries, account, port);
            Optional<Complaint> complaint = awaitReady(process, cluster, port);
            if (complaint.isEmpty()) {
                return new Postmaster(process, port);
            }
            boolean passing = switch (complaint.get().kind()) {
                case PORT_TAKEN, STILL_RUNNING -> true;
                case DISK_FULL, OTHER -> false;
            };
            if (!passing || attempt == STARTS) {
                throw new CannotStart("PostgreSQL does not start in " + cluster.folder() + ":\n"
                        + complaint.get().text());
            }
            pause(BETWEEN_STARTS);
        }
    }

    int port() {
        return port;
    }

    /// Waits for the end of the process; false if it still runs after `patience`.
    boolean ended(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        Signals.fastShutdown(process.pid());
        try {
            if (!process.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
                // Nothing that was committed is lost by this; the next start recovers.
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(Cluster cluster, Binaries binaries, Account account, int port) {
        Path log = cluster.log();
        try {
            return new ProcessBuilder(account.command(
                            binaries.program("postgres"),
                            "-D",
                            cluster.folder().toAbsolutePath().toString(),
                            "-p",
                            Integer.toString(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new CannotStart("PostgreSQL could not be started: " + failed.getMessage(), failed);
        }
    }

    private static Optional<Complaint> awaitReady(Process process, Cluster cluster, int port) {
        long quietUntil = System.nanoTime() + TELL.toNanos();
        while (process.isAlive()) {
            if (answers(cluster, port)) {
                return Optional.empty();
            }
            if (System.nanoTime() > quietUntil) {
                LOG.info("waiting for PostgreSQL, which is probably recovering after a crash");
                quietUntil = System.nanoTime() + TELL.toNanos();
            }
            pause(POLL);
        }
        return Optional.of(Complaint.in(tail(cluster.log())));
    }

    private static boolean answers(Cluster cluster, int port) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(Cluster.USER);
        source.setPassword(cluster.password());
        source.setSslMode("disable");
        source.setGssEncMode("disable");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            requireOurs(statement, cluster);
            createDatabase(statement);
            return true;
        } catch (SQLException notYet) {
            if ("28P01".equals(notYet.getSQLState())) {
                throw new CannotStart(
                        "the password in " + cluster.dataFolder().resolve("password")
                                + " is not that of the database beside it: put the right one back from a backup",
                        notYet);
            }
            return false;
        }
    }

    /// Somebody else's PostgreSQL may have got the port in the moment before ours did.
    private static void requireOurs(Statement statement, Cluster cluster) throws SQLException {
        try (ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            if (!Path.of(row.getString(1)).equals(cluster.folder().toAbsolutePath())) {
                throw new SQLException("another PostgreSQL answers on this port");
            }
        }
    }

    private static void createDatabase(Statement statement) throws SQLException {
        boolean missing;
        try (ResultSet row = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            missing = !row.next();
        }
        if (missing) {
            statement.execute("create database " + DATABASE);
        }
    }

    private static String tail(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            var bytes = new byte[TAIL];
            int read = file.read(bytes);
            return new String(bytes, 0, Math.max(0, read), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "its log " + log + " cannot be read: " + unreadable.getMessage();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", interrupted);
        }
    }
}
