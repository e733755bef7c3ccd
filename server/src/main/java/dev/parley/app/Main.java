package dev.parley.app;

import dev.parley.base.CannotStart;
import dev.parley.base.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Where every command begins. The database is there before the server starts, and settings are checked before
/// either.
@QuarkusMain
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String... args) {
        var commands = new CommandLine(new Commands());
        commands.setExecutionExceptionHandler((failed, line, parsed) -> {
            if (failed instanceof CannotStart reason) {
                line.getErr().println("Parley cannot start: " + reason.getMessage());
                return FAILED;
            }
            throw failed;
        });
        System.exit(commands.execute(Commands.withDefault(args)));
    }

    static Settings settings() {
        Map<String, String> values =
                Sources.read(Path.of("parley.properties"), System.getenv(), System.getProperties());
        values.forEach(System::setProperty);
        return Sources.settings(values);
    }

    /// Starts the server around `application` and ends the process with its exit code.
    static int run(Class<? extends QuarkusApplication> application, Settings settings, boolean http, String... args) {
        if (http) {
            requireFree(settings.port());
        }
        DeskDatabase database = DeskDatabase.open(settings);
        Map<String, String> configuration = Map.of(
                "quarkus.http.host-enabled", Boolean.toString(http),
                // What is done by the clock is the server's to do, not a command's that is over in a second.
                "quarkus.scheduler.enabled", Boolean.toString(http),
                "quarkus.http.port", Integer.toString(settings.port()),
                "quarkus.http.proxy.proxy-address-forwarding", Boolean.toString(settings.behindProxy()),
                "quarkus.vertx.event-loops-pool-size", Integer.toString(settings.eventLoops()),
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "quarkus.datasource.jdbc.max-size",
                        Integer.toString(settings.db().connections()));
        configuration.forEach(System::setProperty);
        mailer(settings.mail()).forEach(System::setProperty);
        Quarkus.run(application, Main::end, args);
        return 0;
    }

    /// The mail server in the words of the library that speaks to it.
    static Map<String, String> mailer(Settings.Mail mail) {
        var configuration = new HashMap<>(Map.of(
                "quarkus.mailer.host", mail.host().orElse("localhost"),
                "quarkus.mailer.port", Integer.toString(mail.port()),
                "quarkus.mailer.tls", Boolean.toString(mail.tls().equals("tls")),
                "quarkus.mailer.start-tls", mail.tls().equals("starttls") ? "REQUIRED" : "DISABLED"));
        mail.user().ifPresent(user -> configuration.put("quarkus.mailer.username", user));
        mail.password().ifPresent(password -> configuration.put("quarkus.mailer.password", password));
        return configuration;
    }

    private static void requireFree(int port) {
        try (var socket = new ServerSocket(port)) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new CannotStart(
                    "port " + port + " cannot be used (" + taken.getMessage()
                            + "): stop the other program, or choose another port with PARLEY_PORT",
                    taken);
        }
    }

    private static void end(int code, @Nullable Throwable failure) {
        if (failure instanceof CannotStart reason) {
            System.err.println("Parley cannot start: " + reason.getMessage());
        }
        System.exit(failure == null ? code : FAILED);
    }
}
