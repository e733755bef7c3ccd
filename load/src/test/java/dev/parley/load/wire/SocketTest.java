package dev.parley.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketTest {
    private static final String WELCOME = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";

    private final List<String> heard = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    SocketTest() {
        channel.pipeline().addLast(new Socket(channel, "GET", new Ear()));
        channel.pipeline().fireChannelActive();
    }

    private final class Ear implements SocketListener {
        @Override
        public void opened(Socket socket) {
            heard.add("opened");
        }

        @Override
        public void text(byte[] bytes, int length) {
            heard.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void closed(String why) {
            heard.add(why);
        }
    }

    @Test
    void asksForTheUpgradeAndHearsFramesThatCameWithTheAnswer() {
        ByteBuf sent = channel.readOutbound();
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("GET");

        come(WELCOME.substring(0, 20));
        come(WELCOME.substring(20) + "\u0081");
        come("\u0002hi");

        assertThat(heard).containsExactly("opened", "hi");
    }

    @Test
    void saysWhyTheUpgradeWasRefused() {
        come("HTTP/1.1 403 Forbidden\r\n\r\n");

        assertThat(heard).containsExactly("refused the upgrade: HTTP/1.1 403 Forbidden");
    }

    @Test
    void answersAPingWithItsPayload() {
        channel.readOutbound();
        come(WELCOME);
        come("\u0089\u0003abc");

        ByteBuf pong = channel.readOutbound();
        assertThat(pong.readUnsignedByte()).isEqualTo((short) 0x8A);
        assertThat(pong.toString(StandardCharsets.UTF_8)).endsWith("abc");
    }

    @Test
    void tellsTheCloseCode() {
        come(WELCOME + "\u0088\u0002\u0003\u00f4");

        assertThat(heard).containsExactly("opened", "closed with 1012");
    }

    private void come(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }
}
