package dev.parley.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/// The product with a mail server at a port of its own; a test starts one there, and may stop it.
public class WithMail extends Unlimited {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Port.class));
    }

    /// A port that is free when the product starts.
    public static final class Port implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of(
                        "parley.mail.host", "127.0.0.1",
                        "quarkus.mailer.host", "127.0.0.1",
                        "quarkus.mailer.port", Integer.toString(socket.getLocalPort()),
                        "quarkus.mailer.start-tls", "DISABLED");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void stop() {
            // The port was given back at once.
        }
    }
}
