package dev.parley.load.experiment;

/// How much of everything: small for every commit, full for a release, or numbers of one's own, where 0 means none
/// was given.
public record Scale(boolean full, int messages, int chats, int kills, int rate) {
    public static Scale of(boolean full) {
        return new Scale(full, 0, 0, -1, 0);
    }

    int messages(int small, int large) {
        return messages > 0 ? messages : either(small, large);
    }

    int chats(int usual) {
        return chats > 0 ? chats : usual;
    }

    int kills(int small, int large) {
        return kills >= 0 ? kills : either(small, large);
    }

    int rate(int usual) {
        return rate > 0 ? rate : usual;
    }

    int either(int small, int large) {
        return full ? large : small;
    }
}
