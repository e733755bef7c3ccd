package dev.parley.load.speed;

import dev.parley.load.wire.Bytes;
import dev.parley.load.wire.Socket;
import dev.parley.load.wire.SocketListener;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Somebody who comes (back), says hello and counts the entries he gets until he is live. Owned by one event loop.
final class Guest implements SocketListener {
    private static final int KIND = "{\"type\":\"".length();
    private static final int MOST_TOLD = 200;

    private final String hello;
    private final CompletableFuture<Integer> live = new CompletableFuture<>();
    private Optional<Socket> socket = Optional.empty();
    private int entries;
    private volatile boolean gone;

    Guest(String hello) {
        this.hello = hello;
    }

    /// How many entries had come when the server said `live`; fails if the connection was lost before.
    CompletableFuture<Integer> live() {
        return live;
    }

    boolean isGone() {
        return gone;
    }

    void leave() {
        socket.ifPresent(Socket::cut);
    }

    @Override
    public void opened(Socket opened) {
        socket = Optional.of(opened);
        opened.send(hello);
    }

    @Override
    public void text(byte[] bytes, int length) {
        if (live.isDone()) {
            return;
        }
        switch (bytes[KIND]) {
            case 'l' -> live.complete(entries);
            case 'e' -> entries++;
            case 'p' -> countPage(bytes, length);
            case 'b' -> perhapsBye(bytes, length);
            default -> {}
        }
    }

    @Override
    public void closed(String why) {
        gone = true;
        live.completeExceptionally(new IllegalStateException(why));
    }

    // `presence` begins with a p as well.
    private void countPage(byte[] bytes, int length) {
        if (bytes[KIND + 1] != 'a') {
            return;
        }
        int at = Bytes.nextNumber(bytes, length, 0);
        while (at != Bytes.NOWHERE) {
            entries++;
            at = Bytes.nextNumber(bytes, length, at);
        }
    }

    private void perhapsBye(byte[] bytes, int length) {
        if (bytes[KIND + 1] == 'y') {
            String bye = new String(bytes, 0, Math.min(length, MOST_TOLD), StandardCharsets.UTF_8);
            live.completeExceptionally(new IllegalStateException(bye));
        }
    }
}
