package dev.parley.load.net;

import dev.parley.load.desk.BenchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Passes TCP connections on to a server; what becomes of the bytes is decided by a pair of relays for each
/// connection. Two virtual threads a connection.
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final URI target;
    private final Weather weather;
    private final ServerSocket listening;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    /// Decides what becomes of the next connection.
    public interface Weather {
        void begin(Link link);
    }

    public Proxy(URI target, Weather weather) {
        this.target = target;
        this.weather = weather;
        try {
            this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new BenchFailure("no port for the proxy: " + noPort);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException already) {
            throw new BenchFailure("the proxy cannot be closed: " + already);
        }
        links.forEach(Link::reset);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    // Nobody there: the client is refused as it would be without us.
    private void connect(Socket client) {
        Socket server = new Socket();
        Link link = new Link(client, server);
        try {
            server.connect(new InetSocketAddress(target.getHost(), target.getPort()));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException refused) {
            link.reset();
            return;
        }
        links.add(link);
        weather.begin(link);
        Thread.ofVirtual().start(() -> link.pump(client, server, link.upwards()));
        link.pump(server, client, link.downwards());
        links.remove(link);
    }
}
