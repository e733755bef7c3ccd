package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// One open socket: what was said on it and what was heard.
public final class Line implements WebSocket.Listener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Consumer<JsonNode> check;
    private final List<JsonNode> heard = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final ReentrantLock speaking = new ReentrantLock();
    private Optional<WebSocket> socket = Optional.empty();
    private Optional<Integer> closed = Optional.empty();
    private Optional<AssertionError> wrong = Optional.empty();
    private boolean stalled;

    private Line(Consumer<JsonNode> check) {
        this.check = check;
    }

    /// `check` looks at each frame that comes. With a cookie, as a browser would.
    static Line open(HttpClient http, String address, Optional<String> cookie, Consumer<JsonNode> check) {
        var line = new Line(check);
        WebSocket.Builder builder = http.newWebSocketBuilder();
        cookie.ifPresent(value -> builder.header("Cookie", value).header("Origin", address));
        WebSocket socket = builder.buildAsync(URI.create(address.replaceFirst("http", "ws") + "/api/v1/socket"), line)
                .join();
        line.locked(() -> line.socket = Optional.of(socket));
        return line;
    }

    public void says(JsonNode frame) {
        says(frame.toString());
    }

    public void says(String frame) {
        speaking.lock();
        try {
            socket().sendText(frame, true).join();
        } finally {
            speaking.unlock();
        }
    }

    public void saysBinary(byte[] frame) {
        socket().sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /// The first frame of this type that fits, among all that came or will come within ten seconds.
    public JsonNode hears(String type, Predicate<JsonNode> fits) {
        return await(
                type,
                () -> heard.stream()
                        .filter(frame -> frame.path("type").asText().equals(type) && fits.test(frame))
                        .findFirst());
    }

    public JsonNode hears(String type) {
        return hears(type, frame -> true);
    }

    /// Everything heard so far.
    public List<JsonNode> heard() {
        lock.lock();
        try {
            return List.copyOf(heard);
        } finally {
            lock.unlock();
        }
    }

    public List<JsonNode> heard(String type) {
        return heard().stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /// The code the server closed with.
    public int closeCode() {
        return await("the close", () -> closed);
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until `answer` is there; it is asked again whenever something is heard.
    public <T> T await(String what, Supplier<Optional<T>> answer) {
        lock.lock();
        try {
            long left = Patience.LONGEST.toNanos();
            Optional<T> found = answer.get();
            while (found.isEmpty()) {
                wrong.ifPresent(error -> {
                    throw error;
                });
                assertThat(left)
                        .as("waited for %s, heard %s", what, shortened())
                        .isPositive();
                left = something.awaitNanos(left);
                found = answer.get();
            }
            return found.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } finally {
            lock.unlock();
        }
    }

    private List<JsonNode> shortened() {
        return heard.subList(Math.max(0, heard.size() - 20), heard.size());
    }

    /// Takes nothing from the network any more, like a page that hangs.
    public void stalls() {
        locked(() -> stalled = true);
    }

    public void readsAgain() {
        locked(() -> stalled = false);
        socket().request(1);
    }

    /// Hangs up without a word, like a network that is cut.
    public void breaks() {
        socket().abort();
    }

    private WebSocket socket() {
        return await("the socket", () -> socket);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        locked(() -> {
            part.append(data);
            if (last) {
                JsonNode frame = Json.read(part.toString());
                part.setLength(0);
                heard.add(frame);
                check(frame);
            }
            if (!stalled) {
                from.request(1);
            }
        });
        return CompletableFuture.completedFuture(null);
    }

    // What is wrong is told to the test, on its thread; the socket is read on.
    private void check(JsonNode frame) {
        try {
            check.accept(frame);
        } catch (AssertionError unlikeTheDocument) {
            wrong = wrong.or(() -> Optional.of(unlikeTheDocument));
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        locked(() -> closed = Optional.of(statusCode));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        locked(() -> closed = closed.or(() -> Optional.of(1006)));
    }
}
