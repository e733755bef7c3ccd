package dev.parley.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shop's pages, drawings and script, all in memory.
final class ShopPages {
    private static final String FOLDER = "/demo/shop/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9:-]+)}}");
    private static final Pattern HEADING = Pattern.compile("<h1>(.*)</h1>");
    private static final String CURRENT = "current:";
    private static final List<String> PRODUCTS = List.of("ridgeline-3", "fell-40", "ember-2", "summit-s");
    private static final List<String> PARTS = List.of("page.html", "signed-in.html", "signed-out.html");
    private static final List<String> FILES = List.of("shop.css", "shop.js", "icon.svg");

    private final String parley;
    private final Map<String, String> texts = Stream.of(
                    PARTS.stream(),
                    FILES.stream(),
                    PRODUCTS.stream().flatMap(product -> Stream.of(product + ".html", product + ".svg")))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), ShopPages::text));

    /// Something served, with its type.
    record File(String type, String text) {}

    /// Who looks at a page.
    enum Visitor {
        NOBODY,
        CUSTOMER,
        CUSTOMER_WHO_LEFT
    }

    /// `parley` is the address of the desk whose widget stands on the pages.
    ShopPages(String parley) {
        this.parley = parley;
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(ShopPages.class.getResourceAsStream(FOLDER + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What is served at this address.
    Optional<File> file(String path, Visitor visitor) {
        String name = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path + "/";
        if (name.isEmpty() || path.equals("/demo/shop")) {
            return Optional.of(page(PRODUCTS.getFirst(), visitor));
        }
        if (PRODUCTS.contains(name)) {
            return Optional.of(page(name, visitor));
        }
        boolean served = FILES.contains(name) || (name.endsWith(".svg") && texts.containsKey(name));
        return served ? Optional.of(new File(type(name), found(name))) : Optional.empty();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private File page(String product, Visitor visitor) {
        String section = found(product + ".html");
        Matcher heading = HEADING.matcher(section);
        String title = heading.find() ? heading.group(1) : product;
        Map<String, String> places = Map.of(
                "title",
                title,
                "product",
                section,
                "parley",
                parley,
                "customer",
                Boolean.toString(visitor == Visitor.CUSTOMER),
                "signed-out",
                Boolean.toString(visitor == Visitor.CUSTOMER_WHO_LEFT),
                "account",
                found(visitor == Visitor.CUSTOMER ? "signed-in.html" : "signed-out.html"),
                CURRENT + product,
                " aria-current=\"page\"");
        String text = PLACE.matcher(found("page.html"))
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
        return new File("text/html; charset=utf-8", text);
    }

    private String found(String name) {
        return Objects.requireNonNull(texts.get(name));
    }
}
