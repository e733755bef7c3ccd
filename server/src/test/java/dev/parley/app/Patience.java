package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what comes by itself, long enough for a busy machine.
public final class Patience {
    static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private Patience() {}

    /// Returns as soon as it is so, and fails if it never is; `what` says then what was waited for.
    public static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", what).isLessThan(end);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
