package dev.parley.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/// JSON as tests write and read it.
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// An object of names and values in turn.
    public static ObjectNode of(Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        Iterator<Object> rest = List.of(namesAndValues).iterator();
        while (rest.hasNext()) {
            object.set((String) rest.next(), MAPPER.valueToTree(rest.next()));
        }
        return object;
    }

    public static JsonNode read(String text) {
        try {
            return text.isEmpty() ? MAPPER.missingNode() : MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + text, notJson);
        }
    }

    public static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /// The texts at this place of each element.
    public static List<String> texts(JsonNode array, String pointer) {
        return list(array).stream().map(element -> element.at(pointer).asText()).toList();
    }
}
