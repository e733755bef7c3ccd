package dev.parley.load.net;

import java.io.IOException;
import java.net.Socket;

/// One connection through the proxy: its two directions, and the end of both.
public final class Link {
    private final Socket client;
    private final Socket server;
    private volatile Relay upwards = Relay.PLAIN;
    private volatile Relay downwards = Relay.PLAIN;

    Link(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    Relay upwards() {
        return upwards;
    }

    Relay downwards() {
        return downwards;
    }

    /// What carries the bytes from the client to the server.
    public void upwards(Relay relay) {
        upwards = relay;
    }

    /// What carries the bytes from the server to the client.
    public void downwards(Relay relay) {
        downwards = relay;
    }

    /// Breaks both sides at once, losing what is under way.
    public void reset() {
        reset(client);
        reset(server);
    }

    void pump(Socket from, Socket to, Relay relay) {
        try {
            relay.carry(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            reset();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException already) {
            // It is gone, and that was the wish.
        }
    }
}
