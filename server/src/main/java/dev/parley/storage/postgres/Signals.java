package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.IOException;

/// Sends what Java cannot send: SIGINT, at which PostgreSQL cuts its sessions and shuts down in order.
final class Signals {
    private Signals() {}

    static void fastShutdown(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new CannotStart("no shell to end PostgreSQL with", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
