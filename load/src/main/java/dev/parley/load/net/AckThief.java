package dev.parley.load.net;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes away the first ack of every message: mostly just that frame, now and then with the whole connection. It
/// reads what a server sends over a WebSocket.
public final class AckThief implements Proxy.Weather {
    private static final int CONNECTION_EVERY = 25;
    private static final int TEXT = 0x81;
    private static final byte[] ACK = "{\"type\":\"ack\"".getBytes(StandardCharsets.UTF_8);
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final Set<String> stolen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connectionsCut = new AtomicInteger();

    @Override
    public void begin(Link link) {
        link.downwards((from, to) -> carry(link, from, to));
    }

    /// How many messages have lost their first ack.
    public int stolen() {
        return stolen.size();
    }

    public int connectionsCut() {
        return connectionsCut.get();
    }

    private void carry(Link link, InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(from));
        passHead(in, to);
        int first = in.read();
        while (first >= 0) {
            byte[] header = header(in, first);
            byte[] payload = in.readNBytes(length(header));
            if (first != TEXT || !steals(payload)) {
                to.write(header);
                to.write(payload);
                to.flush();
            } else if (stolen.size() % CONNECTION_EVERY == 0) {
                connectionsCut.incrementAndGet();
                link.reset();
            }
            first = in.read();
        }
    }

    private boolean steals(byte[] payload) throws IOException {
        if (payload.length < ACK.length || !startsWithAck(payload)) {
            return false;
        }
        JsonNode ack = new ObjectMapper().readTree(payload);
        return stolen.add(ack.path("id").asText());
    }

    private static boolean startsWithAck(byte[] payload) {
        for (int i = 0; i < ACK.length; i++) {
            if (payload[i] != ACK[i]) {
                return false;
            }
        }
        return true;
    }

    /// The answer to the upgrade.
    private static void passHead(InputStream in, OutputStream to) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("no answer to the upgrade");
            }
            to.write(c);
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
        }
        to.flush();
    }

    private static byte[] header(DataInputStream in, int first) throws IOException {
        int second = in.readUnsignedByte();
        int more = second == EIGHT_BYTES ? Long.BYTES : second == TWO_BYTES ? Short.BYTES : 0;
        byte[] header = new byte[2 + more];
        header[0] = (byte) first;
        header[1] = (byte) second;
        in.readFully(header, 2, more);
        return header;
    }

    private static int length(byte[] header) {
        int length = header.length > 2 ? 0 : header[1];
        for (int i = 2; i < header.length; i++) {
            length = length << 8 | header[i] & 0xFF;
        }
        return length;
    }
}
