package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.widget.visitor.Signer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/// A shop whose pages embed a widget, with a server of its own that vouches for the shop's customers.
final class Shop {
    static final String COOKIE = "__Host-v";

    private final Product product;
    private final Desk desk;
    private final String key;
    private final String secret;

    /// What the widget's frame was answered.
    record Answer(HttpResponse<String> http) {
        JsonNode body() {
            return Json.read(http.body());
        }

        int status() {
            return http.statusCode();
        }

        String code() {
            return body().path("code").asText();
        }

        String token() {
            return body().get("token").asText();
        }

        String person() {
            return body().at("/me/id").asText();
        }

        Optional<String> setCookie() {
            return http.headers().firstValue("Set-Cookie");
        }
    }

    private Shop(Product product, Desk desk, String key, String secret) {
        this.product = product;
        this.desk = desk;
        this.key = key;
        this.secret = secret;
    }

    /// A shop whose widget leads to the desk's channel and is otherwise set as `particulars` say.
    static Shop of(Product product, Desk desk, Client administrator, ObjectNode particulars) {
        particulars.withArray("channels").add(name(product, desk));
        String key = administrator
                .door()
                .post("/admin/widgets", Json.of("name", "Shop", "document", particulars))
                .get("key")
                .asText();
        String secret = administrator
                .door()
                .post("/admin/widgets/" + key + "/secret")
                .get("secret")
                .asText();
        return new Shop(product, desk, key, secret);
    }

    private static String name(Product product, Desk desk) {
        return Json.list(product.door().get("/desk").get("channels")).stream()
                .filter(channel -> channel.get("id").asText().equals(desk.channel()))
                .map(channel -> channel.get("name").asText())
                .findFirst()
                .orElseThrow();
    }

    String key() {
        return key;
    }

    String secret() {
        return secret;
    }

    Map<String, Object> claims(String subject) {
        return Signer.claims(key, subject, product.clock().instant());
    }

    String token(String subject) {
        return Signer.hs256(secret, claims(subject));
    }

    /// Asks as the widget's frame does, with what it has: a token in memory or nothing.
    Answer asks(String path, ObjectNode body, Optional<String> bearer) {
        var request = request(path, body);
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return new Answer(product.door().send(request.build()));
    }

    /// The same with the cookie that the browser keeps for it.
    Answer asksWithCookie(String path, ObjectNode body, String token) {
        return new Answer(product.door()
                .send(request(path, body).header("Cookie", COOKIE + "=" + token).build()));
    }

    private HttpRequest.Builder request(String path, ObjectNode body) {
        return HttpRequest.newBuilder(URI.create(product.address() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("X-Parley", "widget")
                .header("Origin", product.address())
                .POST(BodyPublishers.ofString(body.toString()));
    }

    Answer identifies(String jwt, Optional<String> session) {
        return asks("/widgets/" + key + "/identity", Json.of("token", jwt), session);
    }

    /// A form as it is filled in; `more` takes the place of what is usual.
    ObjectNode form(String name, String text, ObjectNode more) {
        ObjectNode form =
                Json.of("id", Product.newId(), "name", name, "text", text, "channel", desk.channel(), "widget", key);
        return form.setAll(more);
    }

    Answer starts(ObjectNode form, Optional<String> session) {
        return asks("/public-chats", form, session);
    }

    Door door(Answer answer) {
        return product.door().with(answer.token());
    }
}
