package dev.parley.notification;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Hands messages to the push services of browsers, encrypted so that only the browser can read them (RFC 8291), and
/// signed with the desk's own key (RFC 8292).
@ApplicationScoped
class PushService {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEPT_MINUTES = 5;
    private static final int BITS = 256;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private static final String MAKE = """
            insert into push_key (private_key, public_key) values (:private, :public) on conflict do nothing
            """;
    private static final String KEYS = "select private_key, public_key from push_key";

    private final Database database;
    private final Endpoints endpoints;
    private final String subject;
    private final AtomicReference<@Nullable VAPIDKeyPair> keys = new AtomicReference<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// What became of a message.
    enum Outcome {
        SENT,
        /// The browser's subscription is over.
        GONE,
        FAILED
    }

    PushService(Database database, Endpoints endpoints, Settings settings) {
        this.database = database;
        this.endpoints = endpoints;
        // Some push services refuse a contact without a real host.
        this.subject =
                settings.address().startsWith("https://") ? settings.address() : "mailto:parley@localhost.localdomain";
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /// The public key, as browsers want it.
    String publicKey() {
        return keys().extractPublicKeyInUncompressedFormAsString();
    }

    /// `topic` names what the message replaces while it waits for the browser.
    Outcome push(Subscription to, String message, String topic) {
        if (!endpoints.allowed(to.endpoint())) {
            return Outcome.GONE;
        }
        try {
            int status = http.send(request(to, message, topic), ignored -> new Ignoring())
                    .statusCode();
            if (status == NOT_FOUND || status == GONE) {
                return Outcome.GONE;
            }
            boolean taken = status >= 200 && status < 300;
            if (!taken) {
                Log.warnf("the push service at %s answers %d", to.endpoint().getHost(), status);
            }
            return taken ? Outcome.SENT : Outcome.FAILED;
        } catch (IOException failed) {
            Log.debugf(
                    failed,
                    "the push service at %s cannot be reached",
                    to.endpoint().getHost());
            return Outcome.FAILED;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Outcome.FAILED;
        }
    }

    private HttpRequest request(Subscription to, String message, String topic) {
        var browserKeys = new PushSubscription.Keys();
        browserKeys.setP256dh(to.p256dh());
        browserKeys.setAuth(to.auth());
        var subscription = new PushSubscription();
        subscription.setEndpoint(to.endpoint().toString());
        subscription.setKeys(browserKeys);
        return StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(subscription)
                .vapidJWTExpiresAfter(1, TimeUnit.HOURS)
                .vapidJWTSubject(subject)
                .pushMessage(message)
                .ttl(KEPT_MINUTES, TimeUnit.MINUTES)
                .urgencyHigh()
                .topic(topic)
                .build(keys())
                .toRequestBuilder()
                .timeout(PATIENCE)
                .build();
    }

    /// Made by whoever asks first, and the same ever after.
    private VAPIDKeyPair keys() {
        VAPIDKeyPair known = keys.get();
        if (known == null) {
            known = database.write(tx -> {
                KeyPair made = newKeys();
                tx.handle()
                        .createUpdate(MAKE)
                        .bind("private", made.getPrivate().getEncoded())
                        .bind("public", made.getPublic().getEncoded())
                        .execute();
                return tx.handle()
                        .createQuery(KEYS)
                        .map((row, context) -> VAPIDKeyPairs.of(
                                PrivateKeySources.ofPKCS8Bytes(row.getBytes("private_key")),
                                PublicKeySources.ofX509Bytes(row.getBytes("public_key"))))
                        .one();
            });
            keys.set(known);
        }
        return known;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has elliptic curves", impossible);
        }
    }

    /// What a push service says beyond the status is of no interest, however long it is.
    private static final class Ignoring implements HttpResponse.BodySubscriber<Boolean> {
        @Override
        public CompletionStage<Boolean> getBody() {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(java.util.List<java.nio.ByteBuffer> item) {}

        @Override
        public void onError(Throwable failed) {}

        @Override
        public void onComplete() {}
    }
}
