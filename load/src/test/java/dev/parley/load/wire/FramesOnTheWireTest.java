package dev.parley.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesOnTheWireTest {
    private static final int KEY = 0x37FA213D;

    @Test
    void masksTheExampleOfTheStandard() {
        byte[] frame = MaskedFrame.text(Bytes.of("Hello"), KEY);

        assertThat(frame).containsExactly(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);
    }

    @Test
    void writesLengthsInTwoAndEightBytes() {
        assertThat(MaskedFrame.text(new byte[126], KEY))
                .hasSize(2 + 2 + 4 + 126)
                .startsWith(0x81, 0xFE, 0, 126);
        assertThat(MaskedFrame.text(new byte[70_000], KEY))
                .hasSize(2 + 8 + 4 + 70_000)
                .startsWith(0x81, 0xFF, 0, 0, 0, 0, 0, 1, 0x11, 0x70);
    }

    @Test
    void putsTheNumberIntoTheMaskedId() {
        String prefix = "01234567-89ab-4cde-8f01-";
        SendFrame frame = new SendFrame(prefix, "chat", "hi", KEY);

        assertThat(unmasked(frame.with(ByteBufAllocator.DEFAULT, 0xabc12L)))
                .isEqualTo(
                        "{\"type\":\"send\",\"id\":\"" + prefix + "0000000abc12\",\"chat\":\"chat\",\"text\":\"hi\"}");
        assertThat(unmasked(frame.with(ByteBufAllocator.DEFAULT, 7))).contains(prefix + "000000000007\"");
    }

    @Test
    void readsFramesHoweverTheyAreCutIntoPieces() {
        String longText = "y".repeat(70_000);
        ByteBuf stream = Unpooled.buffer();
        write(stream, 0x81, "short");
        write(stream, 0x81, "x".repeat(300));
        write(stream, 0x81, longText);

        for (int piece : List.of(1, 2, 3, 7, 1000, 100_000)) {
            assertThat(texts(stream.duplicate(), piece)).containsExactly("short", "x".repeat(300), longText);
        }
    }

    @Test
    void joinsFragmentsAndLetsControlFramesThroughBetween() {
        ByteBuf stream = Unpooled.buffer();
        write(stream, 0x01, "first ");
        write(stream, 0x89, "ping");
        write(stream, 0x00, "second ");
        write(stream, 0x80, "third");

        assertThat(texts(stream, 100)).containsExactly("ping", "first second third");
    }

    @Test
    void findsNumbersAndIdsInAnEntry() {
        String entry =
                "{\"type\":\"entry\",\"chat\":\"c\",\"n\":1234,\"text\":\"\\\"n\\\":9\",\"id\":\"abc-00000000002a\"}";
        byte[] bytes = Bytes.of(entry);

        int digits = Bytes.nextNumber(bytes, bytes.length, 0);
        assertThat(Bytes.decimal(bytes, digits)).isEqualTo(1234);
        assertThat(Bytes.nextNumber(bytes, bytes.length, digits)).isEqualTo(Bytes.NOWHERE);
        assertThat(Bytes.hex(bytes, Bytes.findLast(bytes, bytes.length, Bytes.of("abc-")) + 4))
                .isEqualTo(42);
        assertThat(Bytes.find(bytes, bytes.length, Bytes.of("nothing"), 0)).isEqualTo(Bytes.NOWHERE);
    }

    private static void write(ByteBuf stream, int first, String text) {
        byte[] payload = Bytes.of(text);
        stream.writeByte(first);
        if (payload.length < 126) {
            stream.writeByte(payload.length);
        } else if (payload.length <= 0xFFFF) {
            stream.writeByte(126).writeShort(payload.length);
        } else {
            stream.writeByte(127).writeLong(payload.length);
        }
        stream.writeBytes(payload);
    }

    private static List<String> texts(ByteBuf stream, int piece) {
        List<String> texts = new ArrayList<>();
        FrameReader reader = new FrameReader();
        ByteBuf arrived = Unpooled.buffer();
        while (stream.isReadable()) {
            arrived.writeBytes(stream, Math.min(piece, stream.readableBytes()));
            reader.read(
                    arrived,
                    (opcode, bytes, length) -> texts.add(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        }
        return texts;
    }

    private static String unmasked(ByteBuf frame) {
        int length = frame.getByte(1) & 0x7F;
        int start = 2;
        if (length == 126) {
            length = frame.getUnsignedShort(2);
            start = 4;
        }
        int key = frame.getInt(start);
        byte[] payload = new byte[length];
        frame.getBytes(start + 4, payload);
        for (int i = 0; i < length; i++) {
            payload[i] ^= (byte) MaskedFrame.keyByte(key, i);
        }
        frame.release();
        return new String(payload, StandardCharsets.UTF_8);
    }
}
