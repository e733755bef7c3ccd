package dev.parley.load.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks another JVM with `jcmd` to collect its garbage and say how much heap is in use.
public final class HeapReader {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private HeapReader() {}

    /// KB of heap in use after a full collection; nothing if that JVM does not talk to us.
    public static OptionalLong liveKb(long pid) {
        jcmd(pid, "GC.run");
        return used(jcmd(pid, "GC.heap_info"));
    }

    static OptionalLong used(String heapInfo) {
        Matcher used = USED.matcher(heapInfo);
        return used.find() ? OptionalLong.of(Long.parseLong(used.group(1))) : OptionalLong.empty();
    }

    private static String jcmd(long pid, String command) {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        ProcessBuilder builder =
                new ProcessBuilder(tool.toString(), Long.toString(pid), command).redirectErrorStream(true);
        try {
            Process process = builder.start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noTool) {
            return "";
        }
    }
}
