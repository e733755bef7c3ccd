package dev.parley.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Ways in for an operator who has no administrator, or none who knows his password.
@Command(name = "admin", description = "Create an administrator, or reset a password.", mixinStandardHelpOptions = true)
final class AdminCommands implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    @Command(description = "Create an administrator. The password is asked for.")
    int create(
            @Option(names = "--login", required = true) String login,
            @Option(names = "--email", required = true) String email,
            @Option(names = "--first-name", required = true) String firstName,
            @Option(names = "--last-name", required = true) String lastName) {
        return Main.run(Offline.class, Main.settings(), false, "create", login, email, firstName, lastName);
    }

    @Command(name = "reset-password", description = "Give an agent a new password. It is asked for.")
    int resetPassword(@Option(names = "--login", required = true) String login) {
        return Main.run(Offline.class, Main.settings(), false, "reset-password", login);
    }
}
