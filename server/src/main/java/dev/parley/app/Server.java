package dev.parley.app;

import dev.parley.base.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/// The server once everything is started: says where it is, and waits for its end.
final class Server implements QuarkusApplication {
    private final Settings settings;
    private final SetupCode setup;

    Server(Settings settings, SetupCode setup) {
        this.settings = settings;
        this.setup = setup;
    }

    @Override
    public int run(String... args) {
        String address = settings.address();
        System.out.println("Parley is ready: " + address + "/agent (agents), " + address + "/ (customers), " + address
                + "/api/v1/docs (API)");
        System.out.println("Setup code: " + setup.shown());
        Quarkus.waitForExit();
        return 0;
    }
}
