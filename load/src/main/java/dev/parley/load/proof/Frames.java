package dev.parley.load.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;

/// The frames of the protocol, read and written with care instead of speed.
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Frames() {}

    static JsonNode read(byte[] bytes, int length) {
        try {
            return JSON.readTree(bytes, 0, length);
        } catch (IOException notJson) {
            return JSON.createObjectNode().put("type", "not JSON: " + notJson.getMessage());
        }
    }

    static String hello(String token, Collection<Conversation> conversations) {
        ObjectNode hello = JSON.createObjectNode().put("type", "hello").put("token", token);
        ObjectNode cursors = hello.putObject("cursors");
        conversations.forEach(conversation -> cursors.put(conversation.chat(), conversation.begin()));
        return text(hello);
    }

    static String fetch(Conversation conversation) {
        return text(JSON.createObjectNode()
                .put("type", "fetch")
                .put("chat", conversation.chat())
                .put("after", conversation.ask()));
    }

    static String send(String chat, Outgoing message) {
        return text(JSON.createObjectNode()
                .put("type", "send")
                .put("id", message.id())
                .put("chat", chat)
                .put("text", message.text())
                .put("visibility", message.internal() ? "agents" : "everyone"));
    }

    /// An Entry of the protocol, from a frame or from REST. What it says is kept once, however many are shown it.
    static Line line(JsonNode entry) {
        return new Line(
                entry.path("n").asInt(),
                entry.path("kind").asText(),
                entry.path("id").asText().intern(),
                entry.path("by").path("id").asText().intern(),
                entry.path("text").asText().intern(),
                entry.path("visibility").asText().equals("agents"));
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
