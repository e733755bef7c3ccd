package dev.parley.app;

import dev.parley.app.demo.DemoShop;
import dev.parley.app.demo.DemoWidget;
import dev.parley.base.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Arrays;

/// The server once everything is started: says where it is, and waits for its end.
final class Server implements QuarkusApplication {
    private final Settings settings;
    private final Setup setup;
    private final Demo demo;
    private final DemoWidget widget;
    private final DemoShop shop;

    Server(Settings settings, Setup setup, Demo demo, DemoWidget widget, DemoShop shop) {
        this.settings = settings;
        this.setup = setup;
        this.demo = demo;
        this.widget = widget;
        this.shop = shop;
    }

    @Override
    public int run(String... args) {
        if (Arrays.asList(args).contains("--demo")) {
            System.out.println(demo.fill());
            shop.signsWith(widget.newSecret());
            System.out.println(shop.open());
            demo.ready();
        }
        String address = settings.address();
        System.out.println("Parley is ready: " + address + "/agent (agents), " + address + "/ (customers), " + address
                + "/api/v1/docs (API)");
        setup.code()
                .ifPresent(code -> System.out.println(
                        "Setup code: " + code + " (create the first administrator at " + address + "/setup)"));
        Quarkus.waitForExit();
        return 0;
    }
}
