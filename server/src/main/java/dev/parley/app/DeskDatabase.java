package dev.parley.app;

import dev.parley.base.CannotStart;
import dev.parley.base.Settings;
import dev.parley.storage.postgres.EmbeddedPostgres;
import io.quarkus.runtime.Application;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/// The PostgreSQL this server works on: the operator's own, or the embedded one, started for it.
record DeskDatabase(String url, String user, String password) {
    private static final int OLDEST_MAJOR_VERSION = 16;
    private static final int CONNECT_SECONDS = 5;
    private static final Duration APPLICATION_STOPS = Duration.ofSeconds(23);

    static DeskDatabase open(Settings settings) {
        return settings.db().url().map(url -> own(url, settings.db())).orElseGet(() -> embedded(settings));
    }

    /// Brings the tables up to this version of Parley; returns how many steps that took.
    int migrate() {
        try {
            return Flyway.configure().dataSource(url, user, password).load().migrate().migrationsExecuted;
        } catch (FlywayException failed) {
            throw new CannotStart(
                    "the database " + url + " cannot be brought up to date: " + failed.getMessage(), failed);
        }
    }

    private static DeskDatabase own(String url, Settings.Db db) {
        var database = new DeskDatabase(url, db.user().orElse(""), db.password().orElse(""));
        database.requireUsable();
        return database;
    }

    private void requireUsable() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        try (Connection connection = source.getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR_VERSION) {
                throw new CannotStart("the database " + url + " is PostgreSQL " + major + ", Parley needs "
                        + OLDEST_MAJOR_VERSION + " or newer");
            }
        } catch (SQLException failed) {
            throw new CannotStart(
                    "the database " + url + " cannot be used by \"" + user + "\": " + failed.getMessage()
                            + "\ncheck PARLEY_DB_URL, PARLEY_DB_USER and PARLEY_DB_PASSWORD",
                    failed);
        }
    }

    private static DeskDatabase embedded(Settings settings) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.dataDir());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endLast(postgres), "postgres-end"));
        return new DeskDatabase(postgres.url(), postgres.user(), postgres.password());
    }

    /// All hooks of a dying JVM run at once, and the application still writes while it drains.
    private static void endLast(EmbeddedPostgres postgres) {
        try {
            Application application = Application.currentApplication();
            if (application != null) {
                Thread.ofVirtual().start(application::awaitShutdown).join(APPLICATION_STOPS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
    }
}
