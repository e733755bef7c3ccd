package dev.parley.load.proof;

/// What goes wrong in a play while people write.
public interface Disturbance {
    /// Nothing goes wrong.
    Disturbance NONE = play -> {};

    /// Everybody is there and nobody has said a word.
    default void begin(Play play) {}

    /// One of the moments that the seed has chosen; people go on writing meanwhile.
    void strike(Play play);

    /// All has been said. After this everything must come to rest.
    default void end(Play play) {}
}
