package dev.parley.load.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/// The REST interface of a desk as a third party uses it: JSON in, JSON out, a bearer token.
public final class Api implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 5;
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 502, 503, 504);

    private final URI desk;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public Api(URI desk) {
        this.desk = desk;
    }

    public URI desk() {
        return desk;
    }

    public JsonNode get(String token, String path) {
        return answer(request(token, path).GET().build());
    }

    public JsonNode post(String token, String path, Object body) {
        return answer(request(token, path)
                .POST(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()))
                .build());
    }

    public JsonNode put(String token, String path, Object body) {
        return answer(request(token, path)
                .PUT(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()))
                .build());
    }

    /// An answer as it came: status and body.
    public record Answer(int status, JsonNode body) {
        public boolean good() {
            return status < 300;
        }

        /// The problem's code; empty if there is none.
        public String code() {
            return body.path("code").asText();
        }
    }

    /// Posts once, whatever is answered; status 0 if nothing was.
    public Answer attempt(String token, String path, Object body) {
        HttpRequest request = request(token, path)
                .POST(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode said = response.body().isEmpty() ? json.nullNode() : json.readTree(response.body());
            return new Answer(response.statusCode(), said);
        } catch (IOException broken) {
            return new Answer(0, json.nullNode());
        } catch (InterruptedException stop) {
            throw stopped();
        }
    }

    /// Whether the server says it serves.
    public boolean ready() {
        HttpRequest ask = HttpRequest.newBuilder(desk.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            throw stopped();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    // Every change carries its own id or asks for a state, so it may be said again.
    private JsonNode answer(HttpRequest request) {
        String trouble = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() < 300) {
                    return response.body().isEmpty() ? json.nullNode() : json.readTree(response.body());
                }
                trouble = response.statusCode() + " " + response.body();
                if (!WORTH_ANOTHER_TRY.contains(response.statusCode())) {
                    break;
                }
                Thread.sleep(200L * attempt);
            } catch (IOException broken) {
                trouble = broken.toString();
            } catch (InterruptedException stop) {
                throw stopped();
            }
        }
        throw new BenchFailure(request.method() + " " + request.uri().getPath() + " was answered with: " + trouble);
    }

    private static BenchFailure stopped() {
        Thread.currentThread().interrupt();
        return new BenchFailure("stopped");
    }
}
