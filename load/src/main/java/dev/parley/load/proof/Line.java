package dev.parley.load.proof;

/// An entry as somebody saw it. `id` is the client message id of a message and empty for a system message, `author`
/// the one who did it, or empty.
public record Line(int n, String kind, String id, String author, String text, boolean internal) {
    public boolean message() {
        return kind.equals("message");
    }

    /// Whether it says the same, whatever its number: numbers differ between audiences.
    public boolean says(Line other) {
        return kind.equals(other.kind) && id.equals(other.id) && author.equals(other.author) && text.equals(other.text);
    }
}
