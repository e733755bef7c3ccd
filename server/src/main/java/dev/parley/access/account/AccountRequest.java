package dev.parley.access.account;

import dev.parley.access.Entrance;
import dev.parley.base.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What somebody asked for who cannot sign in.
///
/// | in | event | becomes |
/// |---|---|---|
/// | asked | there is somebody to write to | mailed, with a link |
/// | asked | there is nobody, or he has an account already | done |
/// | mailed | the link is used within its time | done |
record AccountRequest(
        UUID id, Kind kind, String email, String locale, Optional<PersonId> person, Instant expiresAt, boolean done) {

    /// What is asked for, and how long the link to it lives.
    enum Kind {
        REGISTRATION("register", "/register", Entrance.CUSTOMER, Duration.ofHours(24)),
        CUSTOMER_RESET("reset", "/reset", Entrance.CUSTOMER, Duration.ofHours(1)),
        AGENT_RESET("reset", "/agent/reset", Entrance.AGENT, Duration.ofHours(1));

        /// The start of its texts' keys.
        final String text;
        /// The page that the link leads to.
        final String page;

        final Entrance entrance;
        final Duration life;

        Kind(String text, String page, Entrance entrance, Duration life) {
            this.text = text;
            this.page = page;
            this.entrance = entrance;
            this.life = life;
        }

        static Kind resetOf(Entrance entrance) {
            return entrance == Entrance.AGENT ? AGENT_RESET : CUSTOMER_RESET;
        }
    }

    /// The code of what is wrong with the link now; empty if it may be used.
    Optional<String> fault(Instant now) {
        if (done) {
            return Optional.of("used");
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of("expired");
    }
}
