package dev.parley.load.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A command of the operating system.
public final class Tool {
    private Tool() {}

    /// Runs it to its end; it must succeed.
    public static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailure(String.join(" ", command) + " failed: " + said.strip());
            }
        } catch (IOException missing) {
            throw new BenchFailure(String.join(" ", command) + " cannot be run: " + missing.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}
