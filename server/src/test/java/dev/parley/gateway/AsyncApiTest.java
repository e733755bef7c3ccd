package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.FrameSchemas;
import dev.parley.app.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `asyncapi.json` and what the gateway reads and writes are the same. That every frame heard fits its schema is
/// tested wherever a product test hears one.
class AsyncApiTest {
    private final FrameSchemas schemas = FrameSchemas.ofTheProduct();

    @Test
    void everyExampleOfAnIncomingFrameIsUnderstood() {
        List<JsonNode> examples = examples("fromClient");
        assertThat(examples).extracting(example -> example.get("type").asText()).containsAll(schemas.incomingTypes());
        for (JsonNode example : examples) {
            assertThat(schemas.faultsOfIncoming(example)).as(example.toString()).isEmpty();
            assertThatCode(() -> SignalReader.read(example.toString()))
                    .as(example.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyExampleOfAnOutgoingFrameFitsItsSchema() {
        assertThat(examples("fromServer"))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(schemas.faultsOfOutgoing(example))
                        .as(example.toString())
                        .isEmpty());
    }

    @Test
    void incomingTypesAreTheFamilyOfSignals() {
        assertThat(schemas.incomingTypes())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Signal.class.getPermittedSubclasses())
                        .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void frameThatIsNotDescribedIsFound() {
        assertThat(schemas.faultsOfOutgoing(Json.of("type", "dance"))).isNotEmpty();
        assertThat(schemas.faultsOfOutgoing(Json.of("type", "live", "secret", 1)))
                .isNotEmpty();
        assertThat(schemas.faultsOfOutgoing(Json.of("type", "ack"))).isNotEmpty();
        examples("fromServer").stream()
                .filter(example -> example.get("type").asText().equals("page"))
                .forEach(page -> {
                    ((ObjectNode) page.at("/entries/0")).put("kind", "gossip");
                    assertThat(schemas.faultsOfOutgoing(page)).isNotEmpty();
                });
    }

    private List<JsonNode> examples(String operation) {
        List<JsonNode> examples = new ArrayList<>();
        for (String message : schemas.messages(operation)) {
            schemas.document()
                    .at("/components/messages/" + message + "/examples")
                    .forEach(example -> examples.add(example.get("payload").deepCopy()));
        }
        return examples;
    }
}
