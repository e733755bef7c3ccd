package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Somebody in front of a page: an agent, a customer user or a public user, with a session and one open socket.
/// Speaks REST and frames as any third party would.
public final class Client {
    private final Product product;
    private final Door door;
    private final JsonNode me;
    private Line line;

    Client(Product product, Door door, JsonNode me, ObjectNode hello) {
        this.product = product;
        this.door = door;
        this.me = me;
        this.line = opens(hello);
    }

    public String id() {
        return me.get("id").asText();
    }

    public String name() {
        return me.get("name").asText();
    }

    public JsonNode me() {
        return me;
    }

    public Door door() {
        return door;
    }

    public Line line() {
        return line;
    }

    /// One more socket of the same session, let in.
    public Line opens(ObjectNode hello) {
        Line another = product.line();
        another.says(hello.put("type", "hello").put("token", door.token().orElseThrow()));
        another.hears("live");
        return another;
    }

    /// Comes back after the network was cut, with what he has seen of these chats.
    public void returns(String... chats) {
        Map<String, Integer> cursors = new TreeMap<>();
        for (String chat : chats) {
            SortedMap<Integer, JsonNode> seen = entries(chat);
            cursors.put(chat, seen.isEmpty() ? 0 : seen.lastKey());
        }
        line = opens(Json.of("cursors", cursors));
    }

    // Asking

    /// Asks the desk, or `to` where it has members for it; gives the chat's id.
    public String asks(ObjectNode request) {
        String id = Product.newId();
        door.post("/chats", request.put("id", id));
        return id;
    }

    public String asks(Client to, String text) {
        return asks(Json.of("to", to.id(), "text", text));
    }

    // Taking part

    public JsonNode accepts(String chat) {
        return does(chat, "accept", Json.of());
    }

    public JsonNode does(String chat, String what, ObjectNode how) {
        return door.post("/chats/" + chat + "/" + what, how);
    }

    public JsonNode leaves(String chat) {
        return does(chat, "leave", Json.of());
    }

    public JsonNode closes(String chat) {
        return does(chat, "close", Json.of());
    }

    public JsonNode invites(String chat, Client agent) {
        return does(chat, "invite", Json.of("agent", agent.id()));
    }

    public JsonNode becomes(String chat, String level) {
        return does(chat, "level", Json.of("level", level));
    }

    // Writing

    /// Writes over the socket and gives the number the message got, once it is in the database.
    public int posts(String chat, String text) {
        return sends(Json.of("id", Product.newId(), "chat", chat, "text", text));
    }

    /// Writes an internal note.
    public int notes(String chat, String text) {
        return sends(Json.of("id", Product.newId(), "chat", chat, "text", text, "visibility", "agents"));
    }

    /// Sends this frame and waits for its answer.
    public int sends(ObjectNode frame) {
        String id = frame.get("id").asText();
        int before = line.heard().size();
        line.says(frame.put("type", "send"));
        JsonNode answer = line.await(
                "an answer to " + id,
                () -> line.heard().stream()
                        .skip(before)
                        .filter(heard -> heard.path("id").asText().equals(id)
                                && List.of("ack", "refused")
                                        .contains(heard.path("type").asText()))
                        .findFirst());
        if (answer.path("type").asText().equals("refused")) {
            throw new Refused(answer);
        }
        return answer.get("n").asInt();
    }

    /// Starts a message and does not wait for it.
    public String throwsIn(String chat, String text) {
        String id = Product.newId();
        says(chat, id, text);
        return id;
    }

    /// Sends a message under an id of the test's choice, and does not wait for it.
    public void says(String chat, String id, String text) {
        line.says(Json.of("type", "send", "id", id, "chat", chat, "text", text));
    }

    // Seeing

    /// The chat as this person may see it now.
    public JsonNode chat(String chat) {
        return door.get("/chats/" + chat);
    }

    /// What he may do in the chat now.
    public List<String> may(String chat) {
        return Json.texts(chat(chat).at("/my/may"), "");
    }

    /// The messages on his screen, after everything there is has reached it.
    public List<String> sees(String chat) {
        int head = chat(chat).get("head").asInt();
        SortedMap<Integer, JsonNode> entries = line.await("entries of " + chat + " up to " + head, () -> {
            SortedMap<Integer, JsonNode> seen = entries(chat);
            // The ack of an own message may be here before what was written before it.
            return Optional.of(seen)
                    .filter(there -> !there.isEmpty() && there.lastKey() >= head)
                    .filter(there -> there.lastKey() - there.firstKey() + 1 == there.size());
        });
        return entries.values().stream()
                .filter(entry -> entry.path("kind").asText().equals("message"))
                .map(entry -> entry.path("text").asText())
                .toList();
    }

    /// What has come over his socket of this chat, by number; an own message comes as its ack, and is read where it
    /// is shown.
    private SortedMap<Integer, JsonNode> entries(String chat) {
        SortedMap<Integer, JsonNode> seen = new TreeMap<>();
        for (JsonNode frame : line.heard()) {
            if (frame.path("chat").asText().equals(chat)) {
                switch (frame.path("type").asText()) {
                    case "entry" -> seen.put(frame.get("n").asInt(), frame);
                    case "page" ->
                        frame.get("entries").forEach(e -> seen.put(e.get("n").asInt(), e));
                    case "ack" -> seen.computeIfAbsent(frame.get("n").asInt(), n -> history(chat, n));
                    default -> {}
                }
            }
        }
        return seen;
    }

    private JsonNode history(String chat, int n) {
        return door.get("/chats/" + chat + "/entries?after=" + (n - 1) + "&limit=1")
                .at("/entries/0");
    }

    /// The whole log as REST gives it.
    public List<JsonNode> log(String chat) {
        JsonNode page = door.get("/chats/" + chat + "/entries?after=0&limit=200");
        assertThat(page.get("complete").asBoolean()).isTrue();
        return Json.list(page.get("entries"));
    }

    public List<String> kinds(String chat) {
        return log(chat).stream().map(entry -> entry.get("kind").asText()).toList();
    }

    /// The chats in his request list.
    public List<String> requests() {
        return Json.texts(door.get("/requests").get("requests"), "/chat");
    }

    /// Waits until a `request` frame says this of the chat.
    public JsonNode hearsRequest(String change, String chat) {
        return line.hears(
                "request",
                frame -> frame.path("change").asText().equals(change)
                        && frame.path("chat").asText().equals(chat));
    }

    /// Waits until a `chat` frame shows the chat like this.
    public JsonNode hearsChat(String chat, String pointer, String value) {
        return line.hears(
                        "chat",
                        frame -> frame.at("/chat/id").asText().equals(chat)
                                && frame.at("/chat" + pointer).asText().equals(value))
                .get("chat");
    }
}
