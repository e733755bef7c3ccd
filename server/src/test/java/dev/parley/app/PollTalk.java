package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// A long poll: the frames of a socket, over HTTP.
final class PollTalk {
    private static final int MOST_ROUNDS = 20;

    private final Product product;
    private final Door door;
    private final String poll;
    private final List<JsonNode> waiting = new ArrayList<>();
    private final List<ObjectNode> toSay = new ArrayList<>();

    PollTalk(Product product, Door door, ObjectNode hello) {
        this.product = product;
        this.door = door;
        hello.put("type", "hello").put("token", door.token().orElseThrow());
        JsonNode opened = product.door().post("/poll", Json.of("frames", List.of(hello)));
        this.poll = opened.get("poll").asText();
        hears(opened);
    }

    Door door() {
        return door;
    }

    /// Said with the next request.
    void says(ObjectNode frame) {
        toSay.add(frame);
    }

    /// The frames that come, up to the first of this type.
    List<JsonNode> until(String type) {
        List<JsonNode> heard = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            while (!waiting.isEmpty()) {
                JsonNode frame = waiting.removeFirst();
                heard.add(frame);
                if (frame.get("type").asText().equals(type)) {
                    return heard;
                }
            }
            List<ObjectNode> frames = List.copyOf(toSay);
            toSay.clear();
            hears(product.door().post("/poll/" + poll, Json.of("frames", frames)));
        }
        throw new AssertionError("no " + type + " came, only " + heard);
    }

    private void hears(JsonNode answer) {
        answer.get("frames").forEach(frame -> {
            product.schemas().requireOutgoing(frame);
            waiting.add(frame);
        });
    }
}
