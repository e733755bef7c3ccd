package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/// The whole product as a client meets it: a desk with people, doors and sockets. Every frame that any socket hears
/// is compared with `asyncapi.json`.
@Singleton
public class Product {
    static final String PASSWORD = "correct horse battery";

    private final CompanyImport companies;
    private final OpenLines lines;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FrameSchemas schemas = FrameSchemas.ofTheProduct();
    // The cheapest there is: many people sign in here.
    private final String passwordHash = Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID))
            .getResult();

    Product(CompanyImport companies, OpenLines lines, Clock clock) {
        this.companies = companies;
        this.clock = clock;
        this.lines = lines;
    }

    /// A group, a channel and people of its own, so that tests do not see each other.
    public Desk desk() {
        return new Desk(this);
    }

    /// The REST side without a session.
    public Door door() {
        return new Door(http, address(), Optional.empty());
    }

    /// A socket on which nothing was said yet.
    public Line line() {
        return lines.with(Line.open(http, address(), Optional.empty(), schemas::requireOutgoing));
    }

    /// The same from one of our own pages in a browser that has this cookie.
    public Line line(String cookie) {
        return lines.with(Line.open(http, address(), Optional.of(cookie), schemas::requireOutgoing));
    }

    /// The time as the product sees it.
    Clock clock() {
        return clock;
    }

    HttpClient http() {
        return http;
    }

    String address() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return "http://localhost:" + port;
    }

    String passwordHash() {
        return passwordHash;
    }

    FrameSchemas schemas() {
        return schemas;
    }

    void adds(JsonNode company) {
        companies.add(companies.document(company.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
