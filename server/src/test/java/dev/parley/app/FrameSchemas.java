package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The frames as `asyncapi.json` describes them.
public final class FrameSchemas {
    private final JsonNode document;
    private final Map<String, Schema> outgoing;
    private final Map<String, Schema> incoming;

    private FrameSchemas(JsonNode document) {
        this.document = document;
        this.outgoing = schemas("fromServer");
        this.incoming = schemas("fromClient");
    }

    /// From the very file that is served.
    public static FrameSchemas ofTheProduct() {
        try (InputStream file = FrameSchemas.class.getResourceAsStream("/META-INF/resources/api/v1/asyncapi.json")) {
            assertThat(file).isNotNull();
            return new FrameSchemas(Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, Schema> schemas(String operation) {
        Map<String, Schema> schemas = new TreeMap<>();
        for (String message : messages(operation)) {
            ObjectNode root =
                    document.at("/components/messages/" + message + "/payload").deepCopy();
            root.set("$defs", document.at("/components/schemas"));
            String text = root.toString().replace("#/components/schemas/", "#/$defs/");
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            schemas.put(type(message), schema);
        }
        return schemas;
    }

    /// The names of the messages an operation carries.
    public List<String> messages(String operation) {
        return Json.list(document.at("/operations/" + operation + "/messages")).stream()
                .map(reference -> reference.get("$ref").asText())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    private String type(String message) {
        return document.at("/components/messages/" + message + "/name").asText();
    }

    public JsonNode document() {
        return document;
    }

    public Set<String> outgoingTypes() {
        return outgoing.keySet();
    }

    public Set<String> incomingTypes() {
        return incoming.keySet();
    }

    void requireOutgoing(JsonNode frame) {
        assertThat(faults(outgoing, frame)).as("frame %s", frame).isEmpty();
    }

    public List<String> faultsOfIncoming(JsonNode frame) {
        return faults(incoming, frame);
    }

    public List<String> faultsOfOutgoing(JsonNode frame) {
        return faults(outgoing, frame);
    }

    // One at a time: a schema resolves its references at first use, and sockets and polls are heard on threads of
    // their own.
    private static synchronized List<String> faults(Map<String, Schema> schemas, JsonNode frame) {
        return Optional.ofNullable(schemas.get(frame.path("type").asText()))
                .map(schema -> schema.validate(frame.toString(), InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList())
                .orElse(List.of("unknown type"));
    }
}
