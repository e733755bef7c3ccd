package dev.parley.load.planted;

import dev.parley.load.desk.BenchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A program that is run to its end in a folder, with both its voices heard as one.
record Command(Path folder, List<String> words) {
    private static final int LINES_TOLD = 30;

    record Result(int code, String said) {
        String lastLines() {
            List<String> lines = said.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
        }

        /// The last line that is an object of JSON, or an empty object.
        String json() {
            return said.lines()
                    .filter(line -> line.startsWith("{"))
                    .reduce((first, second) -> second)
                    .orElse("{}");
        }
    }

    Result run() {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                return new Result(process.waitFor(), said);
            }
        } catch (IOException cannot) {
            throw new BenchFailure("cannot run " + words.getFirst() + ": " + cannot);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}
