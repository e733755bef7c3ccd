package dev.parley.gateway;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/// A WebSocket. Frames go straight into its channel, past the layers that keep a promise for each write (ADR 2).
final class SocketTransport implements Transport {
    // Half of what may wait for a slow peer; the other half is for frames it must have.
    private static final int FULL_AT_BYTES = 512 * 1024;
    private static final Buffer NOTHING = Buffer.buffer();

    private final ServerWebSocket socket;
    private final Channel channel;

    SocketTransport(ServerWebSocket socket, Channel channel) {
        this.socket = socket;
        this.channel = channel;
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(FULL_AT_BYTES / 2, FULL_AT_BYTES));
        drop(IdleStateHandler.class);
        drop(ChunkedWriteHandler.class);
    }

    /// What serves HTTP only is paid for at every frame: our own heartbeat looks after idle peers, and nothing is
    /// sent in chunks.
    private void drop(Class<? extends ChannelHandler> handler) {
        if (channel.pipeline().get(handler) != null) {
            channel.pipeline().remove(handler);
        }
    }

    @Override
    public void write(String frame) {
        channel.writeAndFlush(new TextWebSocketFrame(frame), channel.voidPromise());
    }

    @Override
    public boolean full() {
        return !channel.isWritable();
    }

    @Override
    public void whenDrained(Runnable then) {
        // A peer that is gone is full for ever.
        if (!socket.isClosed()) {
            socket.drainHandler(drained -> then.run());
        }
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
