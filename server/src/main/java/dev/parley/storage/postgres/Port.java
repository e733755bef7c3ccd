package dev.parley.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// The loopback port of the database: the one of last time if it is free, else any.
final class Port {
    private static final int ANY = 0;

    private Port() {}

    static int choose(Path dataFolder) {
        Path file = dataFolder.resolve("port");
        int port = free(remembered(file)) ? remembered(file) : open(ANY);
        try {
            Files.writeString(file, Integer.toString(port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return port;
    }

    private static int remembered(Path file) {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException | NumberFormatException never) {
            return ANY;
        }
    }

    private static boolean free(int port) {
        return port != ANY && open(port) == port;
    }

    private static int open(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return -1;
        }
    }
}
