package dev.parley.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Somebody else's web page that embeds the widget, on another site: 127.0.0.1 where the product is at localhost.
/// Unless told otherwise under the strictest policy that is promised to be enough.
final class Shop implements AutoCloseable {
    private static final String SNIPPET =
            "<script async src=\"%s/widget/v1/loader.js\" data-widget=\"%s\" %s></script>";

    private final HttpServer server;
    private final Map<String, Answer> pages = new ConcurrentHashMap<>();

    private record Answer(String type, String policy, String body) {}

    Shop() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The policy that the manual asks for, for a product at `widgets`.
    static String strict(String widgets) {
        return "default-src 'none'; script-src %s; frame-src %s".formatted(widgets, widgets);
    }

    /// A page with the one-line snippet.
    void page(String path, String widgets, String key, String data) {
        page(path, strict(widgets), SNIPPET.formatted(widgets, key, data) + "<p>Ridgeline 3, a tent.</p>");
    }

    void page(String path, String policy, String body) {
        String html =
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ridgeline 3</title></head><body>"
                        + body + "</body></html>";
        pages.put(path, new Answer("text/html; charset=utf-8", policy, html));
    }

    void script(String path, String text) {
        pages.put(path, new Answer("text/javascript", "", text));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer page = pages.get(exchange.getRequestURI().getPath());
        byte[] body = (page == null ? "" : page.body()).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (page != null) {
                exchange.getResponseHeaders().set("Content-Type", page.type());
                if (!page.policy().isEmpty()) {
                    exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
                }
            }
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
