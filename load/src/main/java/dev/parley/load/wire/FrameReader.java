package dev.parley.load.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// Takes the frames of a server (never masked) out of a stream of bytes. Owned by one event loop.
final class FrameReader {
    /// What comes out: a whole message, or a control frame.
    interface Sink {
        /// The payload stands in `bytes` from 0 to `length`, until the call returns.
        void frame(int opcode, byte[] bytes, int length);
    }

    private static final int FIRST_SCRATCH = 4096;
    private static final int CONTINUATION = 0x0;
    private static final int FIRST_CONTROL = 0x8;
    private static final int INCOMPLETE = -1;

    private byte[] scratch = new byte[FIRST_SCRATCH];
    private byte[] fragments = new byte[0];
    private int fragmentOpcode;
    private int length;

    /// Hands every whole frame in `in` to the sink and leaves the rest unread.
    void read(ByteBuf in, Sink sink) {
        while (header(in)) {
            if (scratch.length < length) {
                scratch = new byte[Math.max(length, scratch.length * 2)];
            }
            int first = in.getByte(in.readerIndex());
            in.skipBytes(headerLength(in));
            in.readBytes(scratch, 0, length);
            deliver((first & 0x80) != 0, first & 0xF, sink);
        }
    }

    private boolean header(ByteBuf in) {
        int headerLength = headerLength(in);
        if (headerLength == INCOMPLETE) {
            return false;
        }
        int at = in.readerIndex();
        length = switch (headerLength) {
            case 2 -> in.getByte(at + 1) & 0x7F;
            case 4 -> in.getUnsignedShort(at + 2);
            default -> Math.toIntExact(in.getLong(at + 2));
        };
        return in.readableBytes() >= headerLength + length;
    }

    private static int headerLength(ByteBuf in) {
        if (in.readableBytes() < 2) {
            return INCOMPLETE;
        }
        int shortLength = in.getByte(in.readerIndex() + 1) & 0x7F;
        int headerLength = shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10;
        return in.readableBytes() < headerLength ? INCOMPLETE : headerLength;
    }

    private void deliver(boolean last, int opcode, Sink sink) {
        if (opcode >= FIRST_CONTROL || last && opcode != CONTINUATION) {
            sink.frame(opcode, scratch, length);
            return;
        }
        if (opcode != CONTINUATION) {
            fragmentOpcode = opcode;
            fragments = Arrays.copyOf(scratch, length);
            return;
        }
        byte[] joined = Arrays.copyOf(fragments, fragments.length + length);
        System.arraycopy(scratch, 0, joined, fragments.length, length);
        fragments = joined;
        if (last) {
            sink.frame(fragmentOpcode, joined, joined.length);
            fragments = new byte[0];
        }
    }
}
