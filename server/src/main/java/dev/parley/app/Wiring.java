package dev.parley.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What comes from outside of the process and is handed to whoever needs it.
final class Wiring {
    private Wiring() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
