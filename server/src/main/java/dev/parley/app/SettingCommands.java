package dev.parley.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The desk's settings for whoever has the server's command line, while no server runs.
@Command(name = "setting", description = "List, show or change the desk's settings.", mixinStandardHelpOptions = true)
final class SettingCommands implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    @Command(description = "List the desk's settings.")
    int list() {
        return work("list");
    }

    @Command(description = "Print the value of one of the desk's settings.")
    int show(@Parameters(paramLabel = "NAME", description = "As `list` shows it.") String name) {
        return work("show", name);
    }

    @Command(description = "Change one of the desk's settings.")
    int set(
            @Parameters(paramLabel = "NAME", description = "As `list` shows it.") String name,
            @Parameters(
                            paramLabel = "VALUE",
                            arity = "0..1",
                            defaultValue = "",
                            description = "Without it the setting goes back to its default.")
                    String value) {
        return work("set", name, value);
    }

    private static int work(String... words) {
        var all = new String[words.length + 1];
        all[0] = "setting";
        System.arraycopy(words, 0, all, 1, words.length);
        return Main.run(Offline.class, Main.settings(), false, all);
    }
}
