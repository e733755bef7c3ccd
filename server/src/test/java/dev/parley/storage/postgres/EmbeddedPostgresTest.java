package dev.parley.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @AfterEach
    void endWhatIsLeft() {
        new Orphans(folder.resolve("pg")).end();
    }

    @Test
    void rowsAreThereAfterARestart() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            keepARow(first);
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
            assertThat(rows(second)).isEqualTo(1);
        }
    }

    @Test
    void itIsDurableAndAsksForAPassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(answer(postgres, "show fsync")).isEqualTo("on");
            assertThat(answer(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .map(Enum::name)
                    .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        }
    }

    @Test
    void secondServerOnTheSameFolderIsTurnedAway() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            assertThat(first.url()).contains("127.0.0.1");
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("PARLEY_DATA_DIR");
        }
    }

    @Test
    void killedPostgresIsStartedAgainOnTheSamePort() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            keepARow(postgres);
            String url = postgres.url();
            killPostmaster();
            await(() -> rows(postgres) == 1);
            assertThat(postgres.url()).isEqualTo(url);
        }
    }

    @Test
    void orphanOfAKilledServerIsEndedAndItsRowsStay() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder);
        keepARow(first);
        long orphan = postmasterPid();
        first.abandon();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
            assertThat(postmasterPid()).isNotEqualTo(orphan);
            assertThat(rows(second)).isEqualTo(1);
        }
    }

    @Test
    void crashOfBothIsRecoveredFrom() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder);
        keepARow(first);
        first.abandon();
        killPostmaster();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
            assertThat(rows(second)).isEqualTo(1);
        }
    }

    @Test
    void recordedProcessThatIsSomebodyElsesIsForgotten() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Path pidFile = folder.resolve("pg/postmaster.pid");
        Files.write(
                pidFile,
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        folder.resolve("pg").toString(),
                        "1",
                        "1",
                        "",
                        "",
                        "",
                        "ready"));
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
            assertThat(answer(again, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void portTakenByAnotherProgramIsGivenUp() throws Exception {
        EmbeddedPostgres.start(folder).close();
        int port = Integer.parseInt(Files.readString(folder.resolve("port")));
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.url()).doesNotContain(":" + taken.getLocalPort() + "/");
        }
    }

    @Test
    void folderOfAnotherMajorVersionIsNotTouched() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(folder.resolve("pg/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining(folder.toString());
        assertThat(Files.readString(folder.resolve("pg/PG_VERSION"))).isEqualTo("17\n");
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
    }

    private static void keepARow(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept values (1)");
        }
    }

    private static int rows(EmbeddedPostgres postgres) throws SQLException {
        return Integer.parseInt(answer(postgres, "select count(*) from kept"));
    }

    private static String answer(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private long postmasterPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("pg/postmaster.pid")).getFirst());
    }

    private void killPostmaster() throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void await(Check check) {
        Instant limit = Instant.now().plus(LIMIT);
        while (!check.holds()) {
            assertThat(Instant.now()).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private interface Check {
        boolean tried() throws SQLException;

        default boolean holds() {
            try {
                return tried();
            } catch (SQLException notYet) {
                return false;
            }
        }
    }
}
