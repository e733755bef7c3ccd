package dev.parley.load.proof;

/// A message on its way: kept with its id and text until the server has said what became of it. Owned by the
/// conversation.
final class Outgoing {
    private final String id;
    private final String text;
    private final boolean internal;
    private Outcome outcome = new Outcome.Unanswered();
    private long sentAt;

    Outgoing(String id, String text, boolean internal) {
        this.id = id;
        this.text = text;
        this.internal = internal;
    }

    String id() {
        return id;
    }

    String text() {
        return text;
    }

    boolean internal() {
        return internal;
    }

    Outcome outcome() {
        return outcome;
    }

    void ended(Outcome how) {
        outcome = how;
    }

    void sent(long now) {
        sentAt = now;
    }

    long sentAt() {
        return sentAt;
    }

    Sent record() {
        return new Sent(id, text, internal, outcome);
    }
}
