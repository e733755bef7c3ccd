package dev.parley.load.proof;

/// What became of a message, as its sender was told.
sealed interface Outcome {
    /// The server said: it is in the database under number `n`.
    record Acked(int n) implements Outcome {}

    /// The server said no.
    record Refused(String code) implements Outcome {}

    /// The server never said anything.
    record Unanswered() implements Outcome {}
}
