package dev.parley.storage;

import dev.parley.storage.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A migrated database of its own for a test, in the one PostgreSQL that all tests of this JVM share.
public record TestDatabase(String url, String user, String password) {
    // The server outlives the class loaders that Quarkus makes for each application under test, so it is remembered
    // here.
    private static final String URL = "parley-test.postgres.url";
    private static final String PASSWORD = "parley-test.postgres.password";
    private static final String USER = "parley";

    public static TestDatabase freshDatabase() {
        TestDatabase template = template();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        template.as("postgres").execute("create database " + name + " template parley");
        return template.as(name);
    }

    /// A source of unpooled connections to it.
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /// The same as the product comes by it.
    public Database database() {
        return new Database(dataSource(), new Notices());
    }

    public void execute(String sql) {
        try (Connection connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static TestDatabase template() {
        synchronized (System.class) {
            if (System.getProperty(URL) == null) {
                startServer();
            }
            return new TestDatabase(System.getProperty(URL), USER, System.getProperty(PASSWORD));
        }
    }

    private static void startServer() {
        Path folder = temporaryFolder();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.close();
            delete(folder);
        }));
        Flyway.configure()
                .dataSource(postgres.url(), postgres.user(), postgres.password())
                .load()
                .migrate();
        System.setProperty(PASSWORD, postgres.password());
        System.setProperty(URL, postgres.url());
    }

    private TestDatabase as(String database) {
        return new TestDatabase(url.substring(0, url.lastIndexOf('/') + 1) + database, user, password);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("parley-test-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
