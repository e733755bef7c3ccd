package dev.parley.app;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The chat windows on other web pages, from the command line.
@Command(
        name = "widget",
        description = "List, show, create or change widgets, print the lines that embed one, or make its secret.",
        mixinStandardHelpOptions = true)
final class WidgetCommands implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    @Command(description = "List all widgets.")
    int list() {
        return work("list");
    }

    @Command(description = "Print the document of a widget, as `set` takes it.")
    int show(@Parameters(paramLabel = "KEY") String key) {
        return work("show", key);
    }

    @Command(description = "Create a widget.")
    int create(
            @Option(names = "--name", required = true) String name,
            @Option(names = "--key", description = "What pages call it; one is made if none is given.")
                    Optional<String> key,
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "Its document, JSON.") Optional<Path> file) {
        return work(
                "create",
                key.orElse(""),
                name,
                file.map(WidgetCommands::absolute).orElse(""));
    }

    @Command(description = "Change a widget: its document becomes a new version.")
    int set(
            @Option(names = "--name", description = "A new name for it.") Optional<String> name,
            @Parameters(paramLabel = "KEY") String key,
            @Parameters(paramLabel = "FILE", description = "Its document, JSON.") Path file) {
        return work("set", key, name.orElse(""), absolute(file));
    }

    @Command(description = "Print the lines that put a widget into a page.")
    int snippet(@Parameters(paramLabel = "KEY") String key) {
        return work("snippet", key);
    }

    @Command(
            description = "Make a new secret that the page's server signs its visitors' tokens with, and print it. "
                    + "The one before it stays good until the next.")
    int secret(@Parameters(paramLabel = "KEY") String key) {
        return work("secret", key);
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    private static int work(String... words) {
        var all = new String[words.length + 1];
        all[0] = "widget";
        System.arraycopy(words, 0, all, 1, words.length);
        return Main.run(Offline.class, Main.settings(), false, all);
    }
}
