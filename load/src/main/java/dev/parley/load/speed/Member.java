package dev.parley.load.speed;

import dev.parley.load.desk.Person;
import dev.parley.load.wire.Bytes;
import dev.parley.load.wire.SendFrame;
import dev.parley.load.wire.Socket;
import dev.parley.load.wire.SocketListener;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One person in one chat on a socket of his own. He checks that his numbers go 1, 2, 3 … without a hole or a repeat.
/// Owned by one event loop.
///
/// | Phase | until |
/// |---|---|
/// | joining | the chat exists; whatever comes is set-up |
/// | catching up | a page that begins at 1 has come and is complete |
/// | talking | the run ends |
/// | gone | for ever; nothing is a fault any more |
final class Member implements SocketListener {
    private enum Phase {
        JOINING,
        CATCHING_UP,
        TALKING,
        GONE
    }

    private static final byte[] COMPLETE = Bytes.of("\"complete\":true");
    private static final int KIND = "{\"type\":\"".length();
    private static final int MOST_TOLD = 200;

    private final Person person;
    private final TalkingChat chat;
    private final Tally tally;
    private final byte[] idPrefix;
    private final CompletableFuture<Void> live = new CompletableFuture<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private Optional<Socket> socket = Optional.empty();
    private Phase phase = Phase.JOINING;
    private int last;

    Member(Person person, TalkingChat chat, Tally tally, String idPrefix) {
        this.person = person;
        this.chat = chat;
        this.tally = tally;
        this.idPrefix = Bytes.of(idPrefix);
    }

    Person person() {
        return person;
    }

    CompletableFuture<Void> live() {
        return live;
    }

    CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    /// The newest number this member has.
    int head() {
        return last;
    }

    /// From now on everything counts; the chat's first lines are fetched so that its numbers are known.
    void watch(String chatId) {
        phase = Phase.CATCHING_UP;
        write("{\"type\":\"fetch\",\"chat\":\"" + chatId + "\",\"after\":0}");
    }

    void send(SendFrame frame, long number) {
        socket.ifPresent(to -> to.send(frame.with(to.channel().alloc(), number)));
    }

    /// The connection is cut from our side.
    void leave() {
        phase = Phase.GONE;
        socket.ifPresent(Socket::cut);
    }

    @Override
    public void opened(Socket opened) {
        socket = Optional.of(opened);
        write("{\"type\":\"hello\",\"token\":\"" + person.token() + "\"}");
    }

    @Override
    public void text(byte[] bytes, int length) {
        switch (bytes[KIND]) {
            case 'a' -> number(bytes, length, 0, Bytes.find(bytes, length, idPrefix, KIND));
            case 'e' -> entry(bytes, length);
            case 'p' -> page(bytes, length);
            case 'l' -> live.complete(null);
            case 'r', 'b' -> perhapsFault(bytes, length);
            default -> {}
        }
    }

    @Override
    public void closed(String why) {
        live.completeExceptionally(new IllegalStateException(why));
        caughtUp.completeExceptionally(new IllegalStateException(why));
        if (phase != Phase.GONE) {
            tally.fault(why);
        }
    }

    private void entry(byte[] bytes, int length) {
        if (phase == Phase.TALKING) {
            number(bytes, length, 0, Bytes.findLast(bytes, length, idPrefix));
        }
    }

    private void number(byte[] bytes, int length, int from, int id) {
        int digits = Bytes.nextNumber(bytes, length, from);
        if (phase == Phase.GONE || digits == Bytes.NOWHERE) {
            return;
        }
        int n = Bytes.decimal(bytes, digits);
        if (n != last + 1) {
            tally.fault(n <= last ? "a number again" : "a hole");
        }
        last = n;
        if (id != Bytes.NOWHERE) {
            chat.took(Bytes.hex(bytes, id + idPrefix.length), System.nanoTime());
        }
    }

    // `presence` begins with a p as well.
    private void page(byte[] bytes, int length) {
        if (bytes[KIND + 1] != 'a' || phase == Phase.JOINING) {
            return;
        }
        int at = Bytes.nextNumber(bytes, length, 0);
        while (at != Bytes.NOWHERE) {
            int next = Bytes.nextNumber(bytes, length, at);
            int end = next == Bytes.NOWHERE ? length : next;
            int id = Bytes.find(bytes, end, idPrefix, at);
            number(bytes, length, at - "\"n\":".length(), id);
            at = next;
        }
        if (phase == Phase.CATCHING_UP && Bytes.findLast(bytes, length, COMPLETE) != Bytes.NOWHERE) {
            phase = Phase.TALKING;
            caughtUp.complete(null);
        }
    }

    // `read`, `request` and `beat` are fine, `refused` and `bye` are not.
    private void perhapsFault(byte[] bytes, int length) {
        boolean refused = bytes[KIND] == 'r' && bytes[KIND + 2] == 'f';
        boolean bye = bytes[KIND] == 'b' && bytes[KIND + 1] == 'y';
        if ((refused || bye) && phase != Phase.GONE) {
            String frame = new String(bytes, 0, Math.min(length, MOST_TOLD), StandardCharsets.UTF_8);
            tally.fault(frame.replaceAll("\"(id|chat)\":\"[^\"]*\",?", ""));
        }
    }

    private void write(String json) {
        socket.ifPresent(to -> to.send(json));
    }
}
