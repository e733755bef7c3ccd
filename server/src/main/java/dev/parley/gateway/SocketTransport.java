package dev.parley.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/// A WebSocket.
final class SocketTransport implements Transport {
    // Half of what may wait for a slow peer; the other half is for frames it must have.
    private static final int FULL_AT_BYTES = 512 * 1024;
    private static final Buffer NOTHING = Buffer.buffer();

    private final ServerWebSocket socket;

    SocketTransport(ServerWebSocket socket) {
        this.socket = socket;
        socket.setWriteQueueMaxSize(FULL_AT_BYTES);
    }

    @Override
    public void write(String frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(frame);
        }
    }

    @Override
    public boolean full() {
        return socket.writeQueueFull();
    }

    @Override
    public void whenDrained(Runnable then) {
        socket.drainHandler(drained -> then.run());
    }

    @Override
    public void ping() {
        if (!socket.isClosed()) {
            socket.writePing(NOTHING);
        }
    }

    @Override
    public void close(int code) {
        if (!socket.isClosed()) {
            socket.close((short) code);
        }
    }
}
