package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One group with a channel of its own, and the people of one test.
public final class Desk {
    private final Product product;
    private final String tag = Product.newId().substring(0, 8);
    private final String group = "Group " + tag;
    private final String channel = channelNamed("Main");

    Desk(Product product) {
        this.product = product;
        product.adds(Json.of("groups", List.of(Map.of("name", group))));
        adds(Json.of("name", channel, "group", group));
    }

    private String channelNamed(String name) {
        return name + " " + tag;
    }

    private void adds(ObjectNode newChannel) {
        product.adds(Json.of("channels", List.of(newChannel)));
    }

    /// The id of the channel in which this desk's chats begin.
    public String channel() {
        return channelId(channel);
    }

    /// One more channel of the same group, with these particulars.
    public String channel(String name, ObjectNode particulars) {
        adds(particulars.put("name", channelNamed(name)).put("group", group));
        return channelId(channelNamed(name));
    }

    private String channelId(String name) {
        return Json.list(product.door().get("/desk").get("channels")).stream()
                .filter(offer -> offer.get("name").asText().equals(name))
                .map(offer -> offer.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /// An agent who owns this desk's channel, takes its requests, and is there for external chats.
    public Client agent(String name) {
        return agent(name, "chat_owner");
    }

    /// An agent with one permission in this desk's group.
    public Client agent(String name, String permission) {
        return agent(name, permission, false);
    }

    /// An administrator who owns this desk's channel as well.
    public Client administrator(String name) {
        return agent(name, "chat_owner", true);
    }

    /// An agent with a last name of his own.
    public Client agentCalled(String name, String lastName) {
        return agent(account(name).put("lastName", lastName), name, "chat_owner");
    }

    private Client agent(String name, String permission, boolean admin) {
        return agent(account(name).put("admin", admin), name, permission);
    }

    private Client agent(ObjectNode account, String name, String permission) {
        account.set("permissions", Json.of(group, List.of(permission)));
        account.set("channels", Json.of("c", List.of(channel)).get("c"));
        product.adds(Json.of("agents", List.of(account)));
        Door door = signsIn("agent", name);
        JsonNode me = door.put("/me/availability", Json.of("availability", "external"));
        return new Client(product, door, me, Json.of("follow", List.of("requests", "people")));
    }

    public List<Client> agents(int count) {
        List<Client> agents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            agents.add(agent("agent" + i));
        }
        return agents;
    }

    /// A customer user of a company of his own.
    public Client customer(String name) {
        product.adds(Json.of(
                "customers",
                List.of(Json.of("number", login(name), "name", name + " Ltd", "users", List.of(account(name))))));
        Door door = signsIn("customer", name);
        return new Client(product, door, door.get("/session").get("me"), Json.of());
    }

    /// Signs somebody of this desk in once more.
    public Door signsIn(String as, String name) {
        String token = product.door()
                .post("/session", Json.of("as", as, "login", login(name), "password", Product.PASSWORD, "token", true))
                .get("token")
                .asText();
        return product.door().with(token);
    }

    /// A public user, who is made by asking in this desk's channel.
    public Visitor visitor(String name, String text) {
        String chat = Product.newId();
        JsonNode started = product.door()
                .post(
                        "/public-chats",
                        Json.of("id", chat, "name", name, "text", text, "channel", channel(), "token", true));
        Door door = product.door().with(started.get("token").asText());
        return new Visitor(new Client(product, door, started.get("me"), Json.of("cursors", Map.of(chat, 0))), chat);
    }

    /// A public user and his one chat.
    public record Visitor(Client client, String chat) {}

    /// A customer user's request in this desk's channel; gives the chat.
    public String request(Client customer, String text) {
        return customer.asks(Json.of("text", text, "channel", channel()));
    }

    /// A chat of a customer user, accepted by the agent.
    public String chat(Client customer, Client agent) {
        String chat = request(customer, "I need help");
        agent.accepts(chat);
        customer.hearsChat(chat, "/status", "active");
        agent.hearsChat(chat, "/status", "active");
        return chat;
    }

    private ObjectNode account(String name) {
        return Json.of(
                "login",
                login(name),
                "firstName",
                name,
                "lastName",
                tag,
                "email",
                login(name) + "@example.com",
                "passwordHash",
                product.passwordHash());
    }

    private String login(String name) {
        return name + "." + tag;
    }
}
