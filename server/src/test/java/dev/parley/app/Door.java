package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// The REST side of Parley, for one caller who may have a token.
public record Door(HttpClient http, String address, Optional<String> token) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    public Door with(String newToken) {
        return new Door(http, address, Optional.of(newToken));
    }

    public JsonNode get(String path) {
        return body(ask("GET", path, ""));
    }

    public JsonNode post(String path, JsonNode body) {
        return body(ask("POST", path, body.toString()));
    }

    public JsonNode post(String path) {
        return post(path, Json.of());
    }

    public JsonNode put(String path, JsonNode body) {
        return body(ask("PUT", path, body.toString()));
    }

    public void delete(String path) {
        body(ask("DELETE", path, ""));
    }

    /// The bare answer, whatever it is.
    public HttpResponse<String> ask(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(request.uri().toString(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new Refused(Json.read(answer.body()));
        }
        return Json.read(answer.body());
    }
}
