package dev.parley.load.proof;

/// How long and how rough a play is. `strikes`: how often the disturbance strikes, at moments chosen by the seed;
/// `padding`: by how many characters messages are longer than they need be; `outbox`: how many messages somebody writes
/// in one chat before the first is answered; `repeatMillis`: after how long a client sends again what nobody has
/// answered.
public record Plan(
        int messages, int chats, int strikes, int rate, int padding, int outbox, long repeatMillis, long seed) {
    private static final int OUTBOX = 4;
    private static final long REPEAT_MILLIS = 5000;

    public static Plan of(int messages, int chats, int strikes, int rate, long seed) {
        return new Plan(messages, chats, strikes, rate, 0, OUTBOX, REPEAT_MILLIS, seed);
    }

    public Plan repeatingAfter(long millis) {
        return new Plan(messages, chats, strikes, rate, padding, outbox, millis, seed);
    }

    public Plan padded(int characters) {
        return new Plan(messages, chats, strikes, rate, characters, outbox, repeatMillis, seed);
    }

    public Plan eager(int most) {
        return new Plan(messages, chats, strikes, rate, padding, most, repeatMillis, seed);
    }
}
