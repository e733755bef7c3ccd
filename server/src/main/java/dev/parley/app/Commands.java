package dev.parley.app;

import dev.parley.base.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands an operator types.
@Command(
        name = "parley",
        description = "Live chat for a service desk.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AdminCommands.class, SettingCommands.class, WidgetCommands.class})
final class Commands implements Runnable {
    /// What is meant by typing nothing, or only an option of `run`.
    static String[] withDefault(String... args) {
        if (args.length > 0 && !args[0].equals("--demo")) {
            return args;
        }
        var run = new String[args.length + 1];
        run[0] = "run";
        System.arraycopy(args, 0, run, 1, args.length);
        return run;
    }

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    @Command(description = "Start the server. This is what happens without a command.")
    int run(@Option(names = "--demo", description = "Fill it with the company Northwind Outdoor.") boolean demo) {
        return Main.run(Server.class, Main.settings(), true, demo ? new String[] {"--demo"} : new String[0]);
    }

    @Command(description = "Bring the tables of the database up to this version, and end.")
    int migrate() {
        int steps = DeskDatabase.open(Main.settings()).migrate();
        System.out.println(steps == 0 ? "The database is up to date." : "Migrated the database, steps: " + steps);
        return 0;
    }

    @Command(description = "Check what the server needs, and say what is wrong.")
    int doctor() {
        return Doctor.examine(System.out);
    }

    @Command(name = "import", description = "Add the people, groups and channels of a company document.")
    int importCompany(@Parameters(paramLabel = "FILE", description = "The document, JSON.") Path file) {
        Settings settings = Main.settings();
        return Main.run(
                Offline.class, settings, false, "import", file.toAbsolutePath().toString());
    }
}
