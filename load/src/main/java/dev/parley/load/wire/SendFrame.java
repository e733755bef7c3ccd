package dev.parley.load.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// A `send` frame built once and masked; only the last twelve digits of the client message id change from message to
/// message.
public final class SendFrame {
    private static final byte[] DIGITS = Bytes.of("0123456789abcdef");
    private static final int ID_DIGITS = 12;

    private final byte[] frame;
    private final int key;
    private final int payloadStart;
    private final int digitsStart;

    /// `idPrefix` is the first 24 characters of every id, with the last hyphen. `text` must need no escapes.
    public SendFrame(String idPrefix, String chat, String text, int key) {
        String head = "{\"type\":\"send\",\"id\":\"" + idPrefix;
        byte[] payload = Bytes.of(head + "000000000000\",\"chat\":\"" + chat + "\",\"text\":\"" + text + "\"}");
        this.frame = MaskedFrame.text(payload, key);
        this.key = key;
        this.payloadStart = MaskedFrame.payloadStart(payload.length);
        this.digitsStart = Bytes.of(head).length;
    }

    /// The frame whose id ends in `number`.
    public ByteBuf with(ByteBufAllocator allocator, long number) {
        long rest = number;
        for (int i = digitsStart + ID_DIGITS - 1; i >= digitsStart; i--) {
            frame[payloadStart + i] = (byte) (DIGITS[(int) (rest & 0xF)] ^ MaskedFrame.keyByte(key, i));
            rest >>>= 4;
        }
        return allocator.directBuffer(frame.length).writeBytes(frame);
    }
}
