package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// The database files in `DATA_DIR/pg`: made once with a random password, and set up anew at each start.
record Cluster(Path dataFolder, Path folder, String password) {
    static final String USER = "parley";
    private static final int PASSWORD_BYTES = 24;
    private static final String INCLUDES = "\ninclude_if_exists = 'parley.conf'\ninclude_if_exists = 'local.conf'\n";

    /// Written at every start. An operator's own settings go into `local.conf` beside it, which is read later.
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 40
            shared_buffers = 128MB
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_compression = on
            max_wal_size = 1GB
            checkpoint_timeout = 15min
            jit = off
            log_min_messages = warning
            log_line_prefix = '%m [%p] '
            timezone = 'UTC'
            """;

    static Cluster in(Path dataFolder, Binaries binaries, Account account) {
        Path folder = dataFolder.resolve("pg");
        try {
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                make(dataFolder, folder, binaries, account);
            }
            requireSameVersion(folder);
            Files.writeString(folder.resolve("parley.conf"), SETTINGS);
            account.own(folder);
            return new Cluster(dataFolder, folder, password(dataFolder));
        } catch (IOException failed) {
            throw new CannotStart(
                    "the database folder " + folder + " cannot be written (" + failed.getMessage() + ")", failed);
        }
    }

    Path log() {
        return dataFolder.resolve("postgres.log");
    }

    private static void make(Path dataFolder, Path folder, Binaries binaries, Account account) throws IOException {
        Path beside = dataFolder.resolve("pg.new");
        deleteAll(beside);
        Path passwordFile = newPassword(dataFolder);
        account.own(passwordFile);
        Files.createDirectory(beside);
        account.own(beside);
        run(
                dataFolder,
                account.command(
                        binaries.program("initdb"),
                        "--pgdata=" + beside,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8"));
        Files.writeString(beside.resolve("postgresql.conf"), INCLUDES, StandardOpenOption.APPEND);
        // Renamed last: a start that was killed half way leaves no half made cluster behind.
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path newPassword(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Files.writeString(file, Base64.getUrlEncoder().encodeToString(bytes));
    }

    private static void run(Path dataFolder, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(dataFolder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CannotStart("PostgreSQL could not make its files in " + dataFolder + ": "
                        + Complaint.in(said).text());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", interrupted);
        }
    }

    private static void requireSameVersion(Path folder) throws IOException {
        String found = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!found.equals(Binaries.majorVersion())) {
            throw new CannotStart("the data folder " + folder + " was written by PostgreSQL " + found
                    + ", this Parley brings " + Binaries.majorVersion()
                    + ": start the older Parley to export it, or choose another folder with PARLEY_DATA_DIR");
        }
    }

    private static String password(Path dataFolder) {
        Path file = dataFolder.resolve("password");
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new CannotStart(
                    "the password of the database is gone: put " + file + " back from a backup",
                    new UncheckedIOException(missing));
        }
    }
}
