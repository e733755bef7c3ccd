package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once into the data folder.
record Binaries(Path folder) {
    private static final int OWNER_EXECUTES = 0100;

    static Binaries in(Path dataFolder) {
        Path folder = dataFolder.resolve("postgres-" + version());
        try {
            if (!Files.isDirectory(folder)) {
                unpack(folder);
            }
        } catch (IOException failed) {
            throw new CannotStart(
                    "PostgreSQL could not be unpacked into " + folder + " (" + failed.getMessage()
                            + "): is the disk full? It takes 60 MB",
                    failed);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /// The number that PostgreSQL writes into a cluster's PG_VERSION.
    static String majorVersion() {
        return version().substring(0, version().indexOf('.'));
    }

    private static String version() {
        try (InputStream in = resource("build.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void unpack(Path folder) throws IOException {
        Path beside = Files.createTempDirectory(folder.getParent(), "unpacking-");
        makeTraversable(beside);
        try (InputStream raw = resource(archive());
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(entry, tar, beside);
            }
        }
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void makeTraversable(Path folder) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(folder, permissions);
    }

    private static String archive() {
        String machine = System.getProperty("os.arch");
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return switch (linux ? machine : "") {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default ->
                throw new CannotStart("Parley brings PostgreSQL for Linux on x86_64 and arm64 only, this is "
                        + System.getProperty("os.name") + " on " + machine
                        + ": name a PostgreSQL of your own with PARLEY_DB_URL");
        };
    }

    private static InputStream resource(String name) {
        InputStream in = Binaries.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new CannotStart("this build of Parley is incomplete: " + name + " is missing");
        }
        return in;
    }

    private static void put(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a file outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            makeTraversable(target);
        }
    }
}
