package dev.parley.gateway;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/// Limits of the listening socket and of WebSocket frames.
@ApplicationScoped
class SocketOptions implements HttpServerOptionsCustomizer {
    // A little above ours, so that we refuse a large frame by our own code; far beyond it the connection is cut.
    private static final int LARGEST = 4 * Wire.LARGEST_FRAME;
    // After a restart everybody comes back at once.
    private static final int BACKLOG = 8_192;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private static void customize(HttpServerOptions options) {
        options.setAcceptBacklog(BACKLOG)
                .setMaxWebSocketFrameSize(LARGEST)
                .setMaxWebSocketMessageSize(LARGEST)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setRegisterWebSocketWriteHandlers(false)
                .setTcpNoDelay(true);
    }
}
