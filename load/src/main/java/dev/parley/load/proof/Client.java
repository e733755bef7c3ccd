package dev.parley.load.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Person;
import dev.parley.load.wire.Bytes;
import dev.parley.load.wire.Loops;
import dev.parley.load.wire.Socket;
import dev.parley.load.wire.SocketListener;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A person's program: one socket, several chats, and the stubbornness the protocol asks for. It comes back with
/// its cursors whenever the connection is lost, and repeats what was not answered with the same id. Owned by one
/// event loop.
public final class Client implements SocketListener {
    private static final int FIRST_RETURN_MILLIS = 30;
    private static final int LAST_RETURN_MILLIS = 300;
    private static final Set<String> PASSING = Set.of("unavailable", "too_fast", "limit");
    private static final int TRY_AGAIN_MILLIS = 300;
    private static final int WATCHES_A_REPEAT = 5;

    private final Person person;
    private final boolean outsider;
    private final Loops loops;
    private final EventLoop loop;
    private final Counters counters;
    private final Random random;
    private final long repeatMillis;
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final CompletableFuture<Void> firstLive = new CompletableFuture<>();
    private final List<String> endings = new ArrayList<>();
    private Optional<Socket> socket = Optional.empty();
    private boolean live;
    private boolean gone;
    private boolean deaf;

    Client(Person person, boolean outsider, Loops loops, Counters counters, long repeatMillis, long seed) {
        this.person = person;
        this.outsider = outsider;
        this.loops = loops;
        this.loop = loops.loop(0);
        this.counters = counters;
        this.repeatMillis = repeatMillis;
        this.random = new Random(seed);
    }

    /// Done once the client has been live for the first time.
    CompletableFuture<Void> connect() {
        loop.execute(() -> {
            loops.open(loop, this);
            loop.scheduleWithFixedDelay(
                    this::repeatUnanswered,
                    repeatMillis / WATCHES_A_REPEAT,
                    repeatMillis / WATCHES_A_REPEAT,
                    TimeUnit.MILLISECONDS);
        });
        return firstLive;
    }

    public Person person() {
        return person;
    }

    public boolean outsider() {
        return outsider;
    }

    public Collection<Conversation> conversations() {
        return conversations.values();
    }

    /// From now on the client keeps this chat, from its first line on.
    Conversation keep(String chat) {
        Conversation conversation = new Conversation(chat, person.id(), outsider);
        conversations.put(chat, conversation);
        if (live) {
            write(Frames.fetch(conversation));
        }
        return conversation;
    }

    /// Sends a message now, or when the connection is back.
    void say(Conversation conversation, String id, String text, boolean internal) {
        transmit(conversation, conversation.write(id, text, internal));
    }

    /// Goes away and does not come back by itself.
    public void leave() {
        gone = true;
        socket.ifPresent(Socket::cut);
    }

    /// Comes back after having left.
    public void comeBack() {
        gone = false;
        loops.open(loop, this);
    }

    /// Has left and not come back.
    boolean away() {
        return gone;
    }

    /// Loses the connection, and comes back.
    public void cut() {
        socket.ifPresent(Socket::cut);
    }

    public Conversation conversation(String chat) {
        return Optional.ofNullable(conversations.get(chat))
                .orElseThrow(() -> new BenchFailure("he is not in the chat " + chat));
    }

    /// Stays connected, but reads nothing until he hears again; and as he does not know what is answered, he repeats
    /// nothing.
    public void deaf(boolean deaf) {
        this.deaf = deaf;
        socket.ifPresent(to -> to.deaf(deaf));
    }

    /// How his connections have ended so far, in their order.
    public List<String> endings() {
        return endings;
    }

    @Override
    public void opened(Socket opened) {
        socket = Optional.of(opened);
        write(Frames.hello(person.token(), conversations.values()));
    }

    @Override
    public void text(byte[] bytes, int length) {
        if (outsider && Bytes.find(bytes, length, Traffic.SECRET, 0) != Bytes.NOWHERE) {
            conversations.values().stream()
                    .limit(1)
                    .forEach(any -> any.found(Fault.LEAK, "a frame with a secret in it"));
        }
        JsonNode frame = Frames.read(bytes, length);
        switch (frame.path("type").asText()) {
            case "live" -> live();
            case "ack" -> acked(frame);
            case "refused" -> refused(frame);
            case "entry" -> entry(frame);
            case "page" -> page(frame);
            case "bye" -> counters.bye(frame.path("code").asText());
            case "welcome", "chat", "typing", "read", "presence", "request", "beat" -> {}
            default ->
                counters.odd("frame of unknown type: " + frame.path("type").asText());
        }
    }

    @Override
    public void closed(String why) {
        endings.add(why);
        socket = Optional.empty();
        live = false;
        if (!gone) {
            int wait = random.nextInt(FIRST_RETURN_MILLIS, LAST_RETURN_MILLIS);
            loop.schedule(() -> loops.open(loop, this), wait, TimeUnit.MILLISECONDS);
        }
    }

    private void live() {
        live = true;
        firstLive.complete(null);
        conversations.values().forEach(this::transmitAll);
    }

    private void acked(JsonNode frame) {
        Optional.ofNullable(conversations.get(frame.path("chat").asText())).ifPresent(conversation -> {
            counters.acked();
            conversation.acked(frame.path("id").asText(), frame.path("n").asInt());
            closeGap(conversation);
        });
    }

    // Some refusals mean: not now. Everything else is final.
    private void refused(JsonNode frame) {
        String code = frame.path("code").asText();
        String id = frame.path("id").asText();
        counters.refused(code);
        for (Conversation conversation : conversations.values()) {
            conversation.outbox().stream()
                    .filter(message -> message.id().equals(id))
                    .findFirst()
                    .ifPresent(message -> {
                        if (PASSING.contains(code)) {
                            repeatLater(conversation);
                        } else {
                            conversation.refused(id, code);
                        }
                    });
        }
    }

    private void repeatLater(Conversation conversation) {
        if (conversation.repeatLater()) {
            loop.schedule(
                    () -> {
                        conversation.repeated();
                        transmitAll(conversation);
                    },
                    TRY_AGAIN_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void entry(JsonNode frame) {
        Optional.ofNullable(conversations.get(frame.path("chat").asText())).ifPresent(conversation -> {
            conversation.came(Frames.line(frame));
            closeGap(conversation);
        });
    }

    private void page(JsonNode frame) {
        Optional.ofNullable(conversations.get(frame.path("chat").asText())).ifPresent(conversation -> {
            List<Line> lines = new ArrayList<>();
            frame.path("entries").forEach(entry -> lines.add(Frames.line(entry)));
            JsonNode after = frame.path("after");
            conversation.page(
                    after.isInt() ? OptionalInt.of(after.asInt()) : OptionalInt.empty(),
                    lines,
                    frame.path("complete").asBoolean());
            closeGap(conversation);
        });
    }

    private void closeGap(Conversation conversation) {
        if (conversation.hasGap()) {
            counters.gap();
            write(Frames.fetch(conversation));
        }
    }

    private void repeatUnanswered() {
        if (!live || deaf) {
            return;
        }
        long now = System.nanoTime();
        for (Conversation conversation : conversations.values()) {
            boolean overdue = conversation.outbox().stream()
                    .anyMatch(message -> now - message.sentAt() > TimeUnit.MILLISECONDS.toNanos(repeatMillis));
            if (overdue) {
                transmitAll(conversation);
            }
        }
    }

    private void transmitAll(Conversation conversation) {
        conversation.outbox().forEach(message -> transmit(conversation, message));
    }

    private void transmit(Conversation conversation, Outgoing message) {
        if (live) {
            counters.transmitted();
            message.sent(System.nanoTime());
            write(Frames.send(conversation.chat(), message));
        }
    }

    private void write(String json) {
        socket.ifPresent(to -> to.send(json));
    }
}
