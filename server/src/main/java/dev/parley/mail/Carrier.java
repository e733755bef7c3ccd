package dev.parley.mail;

/// Carries letters out of the house.
interface Carrier {
    /// Returns once the next server has taken the letter. The message id names it, whatever the try.
    void carry(Letter letter, String messageId);

    /// The next server will not take this letter, however often it is asked.
    final class Undeliverable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undeliverable(Throwable cause) {
            super("the mail server refuses the letter", cause);
        }
    }
}
