package dev.parley.load.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Just enough HTTP and WebSocket for a fake: one virtual thread a connection.
final class FakeServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerSocket listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final Rest rest;
    private final Frames frames;

    interface Rest {
        String answer(String method, String path, String token, JsonNode body);
    }

    interface Frames {
        void frame(Peer peer, JsonNode frame) throws IOException;
    }

    FakeServer(Rest rest, Frames frames) throws IOException {
        this.rest = rest;
        this.frames = frames;
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            String request = line(in);
            while (!request.isEmpty()) {
                Map<String, String> headers = new HashMap<>();
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    String[] parts = header.split(": ", 2);
                    headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
                }
                if (headers.containsKey("upgrade") && headers.containsKey("sec-websocket-key")) {
                    speak(in, new Peer(socket.getOutputStream()));
                    return;
                }
                answer(in, socket.getOutputStream(), request.split(" "), headers);
                request = line(in);
            }
        } catch (IOException gone) {
            // the client has hung up
        }
    }

    private void answer(DataInputStream in, OutputStream out, String[] request, Map<String, String> headers)
            throws IOException {
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String token = headers.getOrDefault("authorization", "").replace("Bearer ", "");
        JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        byte[] answer = rest.answer(request[0], request[1], token, json).getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + answer.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(answer);
        out.flush();
    }

    private void speak(DataInputStream in, Peer peer) throws IOException {
        peer.out.write(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        while (true) {
            int opcode = in.readUnsignedByte() & 0xF;
            int length = in.readUnsignedByte() & 0x7F;
            length = length == 126 ? in.readUnsignedShort() : length;
            byte[] key = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= key[i & 3];
            }
            if (opcode == 1) {
                frames.frame(peer, JSON.readTree(payload));
            }
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /// The other end of a socket.
    static final class Peer {
        private final OutputStream out;
        private String person = "";

        Peer(OutputStream out) {
            this.out = out;
        }

        String person() {
            return person;
        }

        void person(String id) {
            person = id;
        }

        void send(String json) throws IOException {
            byte[] payload = json.getBytes(StandardCharsets.UTF_8);
            ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) 0x81);
            if (payload.length < 126) {
                frame.put((byte) payload.length);
            } else {
                frame.put((byte) 127).putLong(payload.length);
            }
            frame.put(payload).flip();
            out.write(frame.array(), 0, frame.limit());
            out.flush();
        }
    }
}
