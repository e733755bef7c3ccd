package dev.parley.load.wire;

import java.nio.ByteBuffer;

/// One WebSocket frame as a client must send it: final, masked, RFC 6455.
public final class MaskedFrame {
    static final int TEXT = 0x1;
    static final int PONG = 0xA;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTE_LENGTH = 126;
    private static final int EIGHT_BYTE_LENGTH = 127;
    private static final int KEY_BYTES = 4;

    private MaskedFrame() {}

    /// A text frame whose payload is `payload`, masked with `key`.
    public static byte[] text(byte[] payload, int key) {
        return of(TEXT, payload, key);
    }

    static byte[] of(int opcode, byte[] payload, int key) {
        ByteBuffer frame = ByteBuffer.allocate(payloadStart(payload.length) + payload.length);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < TWO_BYTE_LENGTH) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) (MASKED | TWO_BYTE_LENGTH)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | EIGHT_BYTE_LENGTH)).putLong(payload.length);
        }
        frame.putInt(key);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ keyByte(key, i)));
        }
        return frame.array();
    }

    /// How many bytes of a frame come before a payload of this length.
    static int payloadStart(int payloadLength) {
        int lengthBytes = payloadLength < TWO_BYTE_LENGTH ? 0 : payloadLength <= 0xFFFF ? Short.BYTES : Long.BYTES;
        return 2 + lengthBytes + KEY_BYTES;
    }

    /// The byte of the key that masks the payload's byte number `i`.
    static int keyByte(int key, int i) {
        return key >>> (24 - 8 * (i & 3)) & 0xFF;
    }
}
