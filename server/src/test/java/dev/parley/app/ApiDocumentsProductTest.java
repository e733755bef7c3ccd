package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The written API and the built one are the same.
@QuarkusTest
@TestProfile(Unlimited.class)
class ApiDocumentsProductTest {
    private static final Path PROTOCOL = Path.of("../docs/protocol.md");
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|DELETE) (/[^`?]*)");
    private static final Pattern SHORT_FORM = Pattern.compile("· `/(\\w+)`");
    private static final Pattern CODE_ROW = Pattern.compile("^\\| ((?:`\\w+` ?)+)\\| (\\d{3}) \\|");

    @Inject
    Product product;

    @Test
    void openApiListsEveryRouteOfTheProtocolAndNoOther() throws IOException {
        JsonNode document =
                Json.read(product.door().ask("GET", "/openapi.json", "").body());
        assertThat(document.get("openapi").asText()).startsWith("3.1");
        var built = new TreeSet<String>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> built.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(built).isEqualTo(routesOfTheProtocol());
    }

    @Test
    void everyRouteOfOpenApiIsReached() {
        JsonNode paths =
                Json.read(product.door().ask("GET", "/openapi.json", "").body()).get("paths");
        Door door = product.desk().agent("maya").door();
        paths.fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String address =
                            path.getKey().substring("/api/v1".length()).replaceAll("\\{\\w+}", Product.newId());
                    boolean signsOut = address.equals("/session") && method.equals("delete");
                    if (!signsOut) {
                        var answer =
                                door.ask(method.toUpperCase(Locale.ROOT), address, method.equals("get") ? "" : "{}");
                        assertThat(answer.body()).as(method + " " + address).doesNotContain("there is nothing here");
                        assertThat(answer.statusCode())
                                .as(method + " " + address)
                                .isNotIn(405, 500);
                    }
                }));
    }

    private static TreeSet<String> routesOfTheProtocol() throws IOException {
        var routes = new TreeSet<String>();
        for (String line : Files.readAllLines(PROTOCOL)) {
            if (line.startsWith("| `")) {
                Matcher route = ROUTE.matcher(line);
                String last = "";
                while (route.find()) {
                    last = route.group(2).strip();
                    routes.add(route.group(1) + " /api/v1" + last);
                }
                Matcher more = SHORT_FORM.matcher(line);
                while (more.find()) {
                    routes.add("POST /api/v1" + last.substring(0, last.lastIndexOf('/') + 1) + more.group(1));
                }
            }
        }
        return routes;
    }

    @Test
    void errorCodesOfTheProtocolAreThoseOfTheCode() throws IOException {
        Map<String, Integer> written = new TreeMap<>();
        for (String line : Files.readAllLines(PROTOCOL)) {
            Matcher row = CODE_ROW.matcher(line);
            if (row.find()) {
                Stream.of(row.group(1).strip().split(" "))
                        .forEach(code -> written.put(code.replace("`", ""), Integer.valueOf(row.group(2))));
            }
        }
        Map<String, Integer> built = new TreeMap<>();
        Arrays.stream(Code.values()).forEach(code -> built.put(code.wireName(), code.status()));
        assertThat(written).isEqualTo(built);
        assertThat(Json.texts(product.schemas().document().at("/components/schemas/Code/enum"), ""))
                .containsExactlyInAnyOrderElementsOf(built.keySet());
    }

    @Test
    void swaggerUiAnswers() {
        var answer = product.door().ask("GET", "/docs/", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsIgnoringCase("swagger-ui");
    }

    @Test
    void asyncApiIsServedAsItIsTested() {
        var answer = product.door().ask("GET", "/asyncapi.json", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode served = Json.read(answer.body());
        assertThat(served).isEqualTo(product.schemas().document());
        assertThat(served.get("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void everyReferenceOfAsyncApiLeadsSomewhere() {
        JsonNode document = product.schemas().document();
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references)
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
