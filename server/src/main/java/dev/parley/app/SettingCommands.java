package dev.parley.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The desk's settings for whoever has the server's command line, while no server runs.
@Command(name = "setting", description = "List or change the desk's settings.", mixinStandardHelpOptions = true)
final class SettingCommands implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    @Command(description = "List the desk's settings.")
    int list() {
        return Main.run(Offline.class, Main.settings(), false, "setting-list");
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
        return Main.run(Offline.class, Main.settings(), false, "setting-set", name, value);
    }
}
