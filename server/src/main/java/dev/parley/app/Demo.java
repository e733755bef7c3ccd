package dev.parley.app;

import dev.parley.access.Passwords;
import dev.parley.access.settings.DeskSetting;
import dev.parley.app.demo.DemoWidget;
import dev.parley.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// Northwind Outdoor, a company to try Parley with.
@ApplicationScoped
class Demo {
    static final String PASSWORD = "northwind-demo";
    static final String NAME = "Northwind Outdoor";
    private static final String DOCUMENT = "/demo/northwind.json";
    private static final String HASH_PLACE = "HASH_OF_THE_DEMO_PASSWORD";

    private final CompanyImport companies;
    private final Passwords passwords;
    private final Database database;
    private final CompanyStore store;
    private final DemoWidget widget;
    private final AtomicBoolean ready = new AtomicBoolean();

    Demo(CompanyImport companies, Passwords passwords, Database database, CompanyStore store, DemoWidget widget) {
        this.companies = companies;
        this.passwords = passwords;
        this.database = database;
        this.store = store;
        this.widget = widget;
    }

    /// Adds what is not there yet, and says how to sign in.
    String fill() {
        // Everybody has the same password, so it is hashed once.
        String json = document().replace(HASH_PLACE, passwords.hash(PASSWORD));
        companies.add(companies.document(json.getBytes(StandardCharsets.UTF_8)));
        database.change(tx -> store.setIfNew(tx.handle(), DeskSetting.NAME.wireName(), NAME));
        widget.fill();
        return """
                Demo company %s, everybody's password is %s
                  agents     maya.okafor  jonas.lindqvist  tomas.herrera  priya.raman  callum.reid
                             hannah.weiss  amelie.laurent  daniel.osei (administrator)
                  customers  lena.fischer  owen.pritchard  aiko.tanaka  ingrid.solheim  marcus.bell  noah.adeyemi\
                """.formatted(NAME, PASSWORD);
    }

    /// Everything of the demo is there.
    void ready() {
        ready.set(true);
    }

    boolean isReady() {
        return ready.get();
    }

    private static String document() {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream(DOCUMENT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
