package dev.parley.gateway;

import dev.parley.base.Code;
import dev.parley.web.Origins;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The socket: a bare Vert.x route, because it costs less than the layers above it (ADR 2).
@ApplicationScoped
class SocketRoute {
    private final Gateway gateway;
    private final Doors doors;
    private final Origins origins;

    SocketRoute(Gateway gateway, Doors doors, Origins origins) {
        this.gateway = gateway;
        this.doors = doors;
        this.origins = origins;
    }

    void route(@Observes Router router) {
        router.get("/api/v1/socket").handler(this::upgrade);
    }

    private void upgrade(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String origin = request.getHeader("Origin");
        if (origin != null && !origins.own(origin, host(request), request.isSSL())) {
            refuse(routing, Code.WRONG_ORIGIN);
        } else if (gateway.draining()) {
            refuse(routing, Code.UNAVAILABLE);
        } else {
            String cookies = Optional.ofNullable(request.getHeader("Cookie")).orElse("");
            Channel channel = ((ConnectionBase) request.connection()).channel();
            request.toWebSocket()
                    .onSuccess(socket -> open(socket, channel, cookies))
                    .onFailure(notASocket -> {
                        if (!routing.response().ended()) {
                            refuse(routing, Code.MALFORMED);
                        }
                    });
        }
    }

    private static String host(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Host")).orElse("");
    }

    private static void refuse(RoutingContext routing, Code code) {
        routing.response()
                .setStatusCode(code.status())
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                        .formatted(code.wireName(), code.status(), code.wireName()));
    }

    private void open(ServerWebSocket socket, Channel channel, String cookies) {
        EventLoop loop = ((ContextInternal) ContextInternal.current()).nettyEventLoop();
        Hub hub = gateway.hub(loop);
        Connection connection = new Connection(hub, new SocketTransport(socket, channel), doors, cookies);
        hub.open(connection);
        socket.textMessageHandler(frame -> {
            if (tooLarge(frame)) {
                connection.close(CloseCode.TOO_LARGE, Code.TOO_LARGE.wireName());
            } else {
                connection.received(frame);
            }
        });
        socket.binaryMessageHandler(frame -> connection.close(CloseCode.MALFORMED, Code.MALFORMED.wireName()));
        socket.pongHandler(pong -> connection.pulse().heard(System.nanoTime()));
        socket.closeHandler(closed -> connection.gone());
        socket.exceptionHandler(broken -> connection.gone());
    }

    /// Measured in bytes; most frames are too short to be worth the counting.
    private static boolean tooLarge(String frame) {
        return frame.length() > Wire.LARGEST_FRAME / 3
                && frame.getBytes(StandardCharsets.UTF_8).length > Wire.LARGEST_FRAME;
    }
}
