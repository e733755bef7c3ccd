package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Client;
import dev.parley.app.Json;
import dev.parley.app.Line;
import dev.parley.app.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who reads and writes one chat over sockets that come and go, and keeps what he has seen as a page would:
/// a known number is passed over, the next one is taken, and a later one is a hole, which must not be.
final class Reader {
    private static final int MOST_UNACKNOWLEDGED = 10;

    private final Client client;
    private final String chat;
    private final List<JsonNode> seen = new ArrayList<>();
    private final Map<String, JsonNode> outbox = new LinkedHashMap<>();
    private final List<JsonNode> sent = new ArrayList<>();
    private final List<Integer> came = new ArrayList<>();
    private Optional<Line> line = Optional.empty();
    private int heard;
    private boolean stalled;

    Reader(Client client, String chat) {
        this.client = client;
        this.chat = chat;
    }

    int last() {
        return seen.size();
    }

    boolean connected() {
        return line.isPresent();
    }

    boolean stalled() {
        return stalled;
    }

    /// Connects with a cursor that is as new as what was seen, or older.
    void connects(int cursor) {
        assertThat(cursor).isLessThanOrEqualTo(last());
        line = Optional.of(client.opens(Json.of("cursors", Map.of(chat, cursor))));
        came.clear();
        heard = 0;
        stalled = false;
        hears();
    }

    void breaks() {
        hears();
        line().breaks();
        line = Optional.empty();
    }

    void stalls() {
        stalled = true;
        line().stalls();
    }

    void readsAgain() {
        stalled = false;
        line().readsAgain();
    }

    void fetches(int after) {
        line().says(Json.of("type", "fetch", "chat", chat, "after", after));
    }

    void writes(String text, boolean note) {
        String id = Product.newId();
        JsonNode frame = Json.of(
                "type", "send", "id", id, "chat", chat, "text", text, "visibility", note ? "agents" : "everyone");
        outbox.put(id, frame);
        sent.add(frame);
        line().says(frame);
    }

    /// Says again something said before, acknowledged or not.
    void repeats(int which) {
        line().says(sent.get(which % sent.size()));
    }

    int sent() {
        return sent.size();
    }

    /// As a page does after it has come back: what was not acknowledged is sent again.
    void repeatsTheUnacknowledged() {
        hears();
        List.copyOf(outbox.values()).forEach(line()::says);
    }

    /// A page lets no more than so many messages wait for their acks.
    boolean mayWrite() {
        hears();
        return outbox.size() < MOST_UNACKNOWLEDGED;
    }

    boolean everythingAcknowledged() {
        hears();
        return outbox.isEmpty();
    }

    /// Waits until entry `n` is there, and everything sent is acknowledged.
    void catchesUp(int n) {
        line().await("entry " + n + " after " + last(), () -> {
            hears();
            return Optional.of(n).filter(wanted -> last() >= wanted && outbox.isEmpty());
        });
    }

    List<String> seen() {
        return seen.stream().map(Reader::shape).toList();
    }

    /// The numbers of all entries that have come over this connection, as they came.
    List<Integer> came() {
        return came;
    }

    /// The log as REST gives it to him, in the shape of [#seen].
    List<String> log() {
        List<String> log = new ArrayList<>();
        JsonNode page;
        do {
            page = client.door().get("/chats/" + chat + "/entries?limit=200&after=" + log.size());
            page.get("entries").forEach(entry -> log.add(shape(entry)));
        } while (!page.get("complete").asBoolean());
        return log;
    }

    private static String shape(JsonNode entry) {
        return entry.get("n") + " " + entry.path("kind").asText("message") + " "
                + entry.path("text").asText() + " " + entry.path("id").asText();
    }

    private Line line() {
        return line.orElseThrow();
    }

    private void hears() {
        List<JsonNode> frames = line().heard();
        for (JsonNode frame : frames.subList(heard, frames.size())) {
            if (frame.path("chat").asText().equals(chat)) {
                hears(frame);
            }
        }
        heard = frames.size();
    }

    private void hears(JsonNode frame) {
        switch (frame.get("type").asText()) {
            case "entry" -> takes(frame);
            case "page" -> frame.get("entries").forEach(this::takes);
            case "ack" -> acknowledged(frame);
            case "refused" -> throw new AssertionError(frame.toString());
            default -> {}
        }
    }

    private void takes(JsonNode entry) {
        int n = entry.get("n").asInt();
        came.add(n);
        assertThat(n).as("a hole after %d", last()).isLessThanOrEqualTo(last() + 1);
        if (n == last() + 1) {
            seen.add(entry);
        } else {
            assertThat(shape(entry)).isEqualTo(shape(seen.get(n - 1)));
        }
    }

    /// The ack of a new message stands in its place. That of a repeat may come before the page that brings the
    /// message.
    private void acknowledged(JsonNode ack) {
        String id = ack.get("id").asText();
        int n = ack.get("n").asInt();
        JsonNode message = sent.stream()
                .filter(frame -> frame.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        if (n == last() + 1) {
            seen.add(Json.of(
                    "n", n, "kind", "message", "text", message.get("text").asText(), "id", id));
        } else if (n <= last()) {
            assertThat(seen.get(n - 1).path("id").asText()).isEqualTo(id);
        }
        outbox.remove(id);
    }
}
