package dev.parley.base;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// Makes ids that sort by the time they were made (UUIDv7, RFC 9562), and reads ids that come from outside.
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();
    private static final int LENGTH = 36;

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /// The id that `text` writes in its 36 character form; anything else is refused as malformed.
    public static UUID parse(String text) {
        try {
            if (text.length() == LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            throw new Refusal(Code.MALFORMED, "not an id");
        }
        throw new Refusal(Code.MALFORMED, "not an id");
    }
}
