package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalReaderTest {
    private static final UUID ID = Ids.next();
    private static final ChatId CHAT = new ChatId(Ids.next());

    @Test
    void readsAHello() {
        assertThat(SignalReader.read("""
                        {"type":"hello","as":"agent","token":"t","cursors":{"%s":7},"follow":["requests"],"other":{"a":[1]}}
                        """.formatted(CHAT)))
                .isEqualTo(
                        new Signal.Hello(Optional.of("agent"), Optional.of("t"), Map.of(CHAT, 7L), Set.of("requests")));
    }

    @Test
    void readsASendWhateverTheOrderOfItsMembers() {
        assertThat(SignalReader.read("""
                        {"text":"hi \\"you\\"","visibility":"agents","chat":"%s","id":"%s","type":"send"}
                        """.formatted(CHAT, ID))).isEqualTo(new Signal.Send(ID, CHAT, "hi \"you\"", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{",
                "{}",
                "{\"type\":\"dance\"}",
                "{\"type\":1}",
                "{\"type\":\"typing\"}",
                "{\"type\":\"typing\",\"chat\":\"42\"}",
                "{\"type\":\"active\"}{\"type\":\"active\"}",
                "{\"type\":\"fetch\",\"chat\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"after\":-1}",
                "{\"type\":\"fetch\",\"chat\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"after\":99999999999999999999}",
                "{\"type\":\"hello\",\"cursors\":{\"x\":1}}",
                "{\"type\":\"hello\",\"follow\":[\"a\",\"b\",\"c\"]}"
            })
    void refusesWhatIsNoFrame(String frame) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> SignalReader.read(frame));
        assertThat(refusal.code()).isEqualTo(Code.MALFORMED);
    }

    @Property
    void neverFailsButByRefusing(@ForAll String frame) {
        try {
            SignalReader.read(frame);
        } catch (Refusal refused) {
            assertThat(refused.code()).isIn(Code.MALFORMED, Code.INVALID);
        }
    }
}
