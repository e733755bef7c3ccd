package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Masking;
import dev.parley.chat.Audience;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.EntryView;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WireTest {
    @Inject
    ObjectMapper mapper;

    @Inject
    Wire wire;

    private static PersonRef person(String name) {
        return new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.AGENT, name);
    }

    private static ChatEntry entry(
            boolean internal, Optional<PersonRef> who, Optional<UUID> id, Optional<String> text, Instant at) {
        return new ChatEntry(
                new ChatId(Ids.next()),
                7,
                5,
                internal,
                ChatEntry.Kind.LEVEL_CHANGED,
                Optional.of(person("Quote \" and \\ Ümlaut")),
                2,
                who,
                id,
                text,
                at);
    }

    private void sameAsItsView(ChatEntry entry, Audience audience) throws JsonProcessingException {
        sameAsItsView(entry, audience, new Masking(Masking.Style.OFF, "Support"));
        sameAsItsView(entry, audience, new Masking(Masking.Style.NUMBERED, "Support"));
    }

    private void sameAsItsView(ChatEntry entry, Audience audience, Masking masking) throws JsonProcessingException {
        JsonNode frame = mapper.readTree(wire.entry(entry, audience, masking));
        // Through text, so that numbers are of the same kind.
        ObjectNode view =
                (ObjectNode) mapper.readTree(mapper.writeValueAsString(EntryView.of(entry, audience, masking)));
        view.put("type", "entry").put("chat", entry.chat().toString());
        assertThat(frame).isEqualTo(view);
    }

    @Test
    void theHandWrittenEntryIsTheSameAsItsView() throws JsonProcessingException {
        sameAsItsView(
                entry(true, Optional.of(person("x")), Optional.empty(), Optional.empty(), Instant.EPOCH),
                Audience.AGENTS);
        sameAsItsView(
                entry(
                        false,
                        Optional.empty(),
                        Optional.of(Ids.next()),
                        Optional.of("a\nb\t\"c\" \u0001 \u2028 😀 </script>"),
                        Instant.parse("2025-10-14T08:42:00.100Z")),
                Audience.EVERYONE);
    }
}
