package dev.parley.app;

import dev.parley.base.CannotStart;
import dev.parley.base.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Looks at each thing the server needs and says what it found.
final class Doctor {
    private static final int OLDEST_JAVA = 25;
    private static final long ENOUGH_BYTES = 1L << 30;

    private final PrintStream out;
    private int ills;

    private Doctor(PrintStream out) {
        this.out = out;
    }

    /// 0 if all is well.
    static int examine(PrintStream out) {
        var doctor = new Doctor(out);
        doctor.check(
                "settings", () -> "understood, served at " + Main.settings().address());
        if (doctor.ills == 0) {
            Settings settings = Main.settings();
            doctor.check("java", Doctor::java);
            doctor.check("port", () -> port(settings.port()));
            doctor.check("folder", () -> folder(settings));
            doctor.check("database", () -> database(settings));
        }
        return doctor.ills == 0 ? 0 : 1;
    }

    private void check(String what, Supplier<String> examination) {
        try {
            out.printf("ok    %-9s %s%n", what, examination.get());
        } catch (CannotStart ill) {
            ills++;
            out.printf("ILL   %-9s %s%n", what, ill.getMessage());
        }
    }

    private static String java() {
        int version = Runtime.version().feature();
        if (version < OLDEST_JAVA) {
            throw new CannotStart("this is Java " + version + ", Parley needs " + OLDEST_JAVA);
        }
        return Runtime.version().toString();
    }

    private static String port(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.getLocalPort() + " is free";
        } catch (IOException taken) {
            throw new CannotStart("port " + port + " is taken (by a running Parley?)", taken);
        }
    }

    private static String folder(Settings settings) {
        if (settings.db().url().isPresent()) {
            return "not needed, the database is your own";
        }
        Path folder = settings.dataDir().toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < ENOUGH_BYTES) {
                throw new CannotStart(folder + " has only " + (free >> 20) + " MB left");
            }
            return folder + ", " + (free >> 30) + " GB free";
        } catch (IOException unwritable) {
            throw new CannotStart(folder + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    private static String database(Settings settings) {
        DeskDatabase database = DeskDatabase.open(settings);
        return database.url() + ", answers";
    }
}
