package dev.parley.chat;

import dev.parley.base.Code;
import java.time.Instant;

/// What became of a message that somebody sent.
public sealed interface Outcome {
    /// It is in the database now, as this entry.
    record Stored(ChatEntry entry) implements Outcome {}

    /// It was in the database already, under these numbers.
    record Repeated(long seq, long publicSeq, Instant at) implements Outcome {
        public long n(Audience audience) {
            return audience == Audience.AGENTS ? seq : publicSeq;
        }
    }

    /// It is not in the database; with [Code#UNAVAILABLE] that cannot be known.
    record Refused(Code code, String detail) implements Outcome {}
}
