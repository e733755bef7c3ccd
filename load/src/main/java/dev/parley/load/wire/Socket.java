package dev.parley.load.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// One open WebSocket of the load generator. Frames may be sent from any thread; all else happens on its event loop.
public final class Socket extends ChannelInboundHandlerAdapter {
    private static final byte[] END_OF_HEAD = Bytes.of("\r\n\r\n");
    private static final int MOST_HEAD_BYTES = 8192;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int MOST_CONTROL_BYTES = 125;

    private final Channel channel;
    private final String request;
    private final SocketListener listener;
    private final FrameReader reader = new FrameReader();
    private final FrameReader.Sink sink = this::frame;
    private ByteBuf rest = Unpooled.EMPTY_BUFFER;
    private boolean open;
    private String why = "connection lost";

    Socket(Channel channel, String request, SocketListener listener) {
        this.channel = channel;
        this.request = request;
        this.listener = listener;
    }

    /// Sends one JSON object.
    public void send(String json) {
        send(Unpooled.wrappedBuffer(
                MaskedFrame.text(Bytes.of(json), ThreadLocalRandom.current().nextInt())));
    }

    /// Sends a frame that is masked already.
    public void send(ByteBuf frame) {
        channel.writeAndFlush(frame, channel.voidPromise());
    }

    /// Cuts the connection as a broken network would: without a close frame.
    public void cut() {
        channel.close();
    }

    /// Reads nothing from now on, until it hears again: what comes waits at the other end.
    public void deaf(boolean deaf) {
        channel.config().setAutoRead(!deaf);
    }

    public Channel channel() {
        return channel;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(Unpooled.wrappedBuffer(Bytes.of(request)), context.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (rest.isReadable()) {
            in = Unpooled.wrappedBuffer(rest, in);
            rest = Unpooled.EMPTY_BUFFER;
        }
        try {
            if (open || handshake(in)) {
                reader.read(in, sink);
            }
            rest = in.isReadable() ? Unpooled.copiedBuffer(in) : Unpooled.EMPTY_BUFFER;
        } finally {
            in.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        rest.release();
        rest = Unpooled.EMPTY_BUFFER;
        listener.closed(why);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        why = cause.toString();
        context.close();
    }

    private boolean handshake(ByteBuf in) {
        byte[] head = new byte[Math.min(in.readableBytes(), MOST_HEAD_BYTES)];
        in.getBytes(in.readerIndex(), head);
        int end = Bytes.find(head, head.length, END_OF_HEAD, 0);
        if (end == Bytes.NOWHERE) {
            return false;
        }
        String status = new String(head, 0, end, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        if (!status.startsWith("HTTP/1.1 101")) {
            why = "refused the upgrade: " + status;
            channel.close();
            return false;
        }
        in.skipBytes(end + END_OF_HEAD.length);
        open = true;
        listener.opened(this);
        return true;
    }

    private void frame(int opcode, byte[] bytes, int length) {
        switch (opcode) {
            case MaskedFrame.TEXT -> listener.text(bytes, length);
            case PING -> {
                byte[] payload = Arrays.copyOf(bytes, Math.min(length, MOST_CONTROL_BYTES));
                send(Unpooled.wrappedBuffer(MaskedFrame.of(MaskedFrame.PONG, payload, 0)));
            }
            case CLOSE -> {
                int code = length >= 2 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 1005;
                why = "closed with " + code;
                channel.close();
            }
            default -> {}
        }
    }
}
