package dev.parley.app;

import dev.parley.app.command.SettingWork;
import dev.parley.app.command.WidgetWork;
import dev.parley.base.CannotStart;
import dev.parley.base.Refusal;
import io.quarkus.runtime.QuarkusApplication;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Commands that work on the database while no server runs.
final class Offline implements QuarkusApplication {
    private static final int FAILED = 1;

    private final CompanyImport companies;
    private final Administrators administrators;
    private final WidgetWork widgets;
    private final SettingWork settings;

    Offline(CompanyImport companies, Administrators administrators, WidgetWork widgets, SettingWork settings) {
        this.companies = companies;
        this.administrators = administrators;
        this.widgets = widgets;
        this.settings = settings;
    }

    @Override
    public int run(String... args) {
        try {
            String done = switch (args[0]) {
                case "import" ->
                    companies.add(companies.document(content(Path.of(args[1])))).summary();
                case "create" ->
                    administrators.create(
                            new Administrators.Newcomer(args[1], args[2], args[3], args[4]), typedPassword());
                case "reset-password" -> administrators.resetPassword(args[1], typedPassword());
                case "widget" -> widgets.run(Arrays.copyOfRange(args, 1, args.length));
                case "setting" -> settings.run(Arrays.copyOfRange(args, 1, args.length));
                default -> throw new IllegalArgumentException(args[0]);
            };
            System.out.println(done);
            return 0;
        } catch (Refusal refused) {
            System.err.println(refused.detail() + (refused.fields().isEmpty() ? "" : ": " + refused.fields()));
            return FAILED;
        } catch (CannotStart failed) {
            System.err.println(failed.getMessage());
            return FAILED;
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new CannotStart(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /// From the terminal without echo, else the first line of the input.
    private static String typedPassword() {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            return String.valueOf(console.readPassword("New password: "));
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException failed) {
            throw new CannotStart("the password cannot be read: " + failed.getMessage(), failed);
        }
    }
}
