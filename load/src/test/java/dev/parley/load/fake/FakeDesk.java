package dev.parley.load.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A desk that speaks as much of the protocol as the generator needs, keeps everything in memory, and can be made
/// to break its promises. A person's token is his id.
public final class FakeDesk implements AutoCloseable {
    /// The ways in which this desk can break its promise.
    public enum Mischief {
        NONE,
        FORGETS_AN_ENTRY,
        TELLS_TWICE,
        ACKS_WHAT_IT_DOES_NOT_STORE,
        SHOWS_NOTES_TO_OUTSIDERS
    }

    private static final int MISCHIEF_AT = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mischief mischief;
    private final FakeServer server;
    private final Map<String, Boolean> outsiders = new HashMap<>();
    private final Map<String, List<ObjectNode>> chats = new HashMap<>();
    private final Map<String, List<String>> people = new HashMap<>();
    private final Map<String, FakeServer.Peer> peers = new HashMap<>();
    private int imported;
    private int sends;

    public FakeDesk(Mischief mischief) throws IOException {
        this.mischief = mischief;
        this.server = new FakeServer(this::answer, this::frame);
    }

    public java.net.URI url() {
        return server.url();
    }

    /// How many people were imported.
    public synchronized int imported() {
        return imported;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private synchronized String answer(String method, String path, String token, JsonNode body) {
        String[] parts = path.split("[/?]");
        return switch (parts.length > 3 ? parts[3] : "") {
            case "admin" -> {
                imported += body.path("agents").size() + body.findPath("users").size();
                yield "{}";
            }
            case "session" ->
                "{\"token\":\"%1$s\",\"me\":{\"id\":\"%1$s\"}}"
                        .formatted(enter(body.path("as").asText().equals("customer")));
            case "desk" -> "{\"channels\":[{\"id\":\"c1\",\"name\":\"Bench\"}]}";
            case "chats" -> parts.length == 4 ? ask(token, body) : inChat(parts, path, token, body);
            case "public-chats" -> {
                String id = enter(true);
                yield "{\"chat\":%s,\"me\":{\"id\":\"%2$s\"},\"token\":\"%2$s\"}".formatted(ask(id, body), id);
            }
            default -> "{}";
        };
    }

    private String enter(boolean outsider) {
        String id = UUID.randomUUID().toString();
        outsiders.put(id, outsider);
        return id;
    }

    private String ask(String person, JsonNode body) {
        String chat = body.path("id").asText();
        chats.put(chat, new ArrayList<>());
        people.put(chat, new ArrayList<>(List.of(person)));
        append(chat, person, chat, body.path("text").asText(), false);
        return "{\"id\":\"" + chat + "\"}";
    }

    private String inChat(String[] parts, String path, String token, JsonNode body) {
        String chat = parts[4];
        switch (parts[5]) {
            case "accept" -> {
                people.get(chat).add(token);
                ObjectNode entry = JSON.createObjectNode().put("kind", "joined").put("visibility", "everyone");
                entry.putObject("by").put("id", token);
                chats.get(chat).add(entry);
            }
            case "transcript" -> {
                return JSON.createObjectNode()
                        .set("lines", view(chat, outsiders.get(token), 0))
                        .toString();
            }
            case "entries" -> {
                int after = Integer.parseInt(path.replaceAll(".*after=(\\d+).*", "$1"));
                return JSON.createObjectNode()
                        .put("complete", true)
                        .set("entries", view(chat, outsiders.get(token), after))
                        .toString();
            }
            default -> {}
        }
        return "{}";
    }

    private synchronized void frame(FakeServer.Peer peer, JsonNode frame) throws IOException {
        String chat = frame.path("chat").asText();
        switch (frame.path("type").asText()) {
            case "hello" -> {
                peer.person(frame.path("token").asText());
                peers.put(peer.person(), peer);
                peer.send("{\"type\":\"welcome\"}");
                for (var cursor : frame.path("cursors").properties()) {
                    page(peer, cursor.getKey(), cursor.getValue().asInt());
                }
                peer.send("{\"type\":\"live\"}");
            }
            case "fetch" -> page(peer, chat, frame.path("after").asInt());
            case "send" -> take(peer, chat, frame);
            default -> {}
        }
    }

    private void page(FakeServer.Peer peer, String chat, int after) throws IOException {
        ObjectNode page =
                JSON.createObjectNode().put("type", "page").put("chat", chat).put("after", after);
        page.set("entries", view(chat, outsiders.get(peer.person()), after));
        peer.send(page.put("complete", true).toString());
    }

    private void take(FakeServer.Peer peer, String chat, JsonNode frame) throws IOException {
        int before = numberOf(chat, peer.person(), frame.path("id").asText());
        if (before > 0) {
            acknowledge(peer, chat, frame, before);
            return;
        }
        boolean internal = frame.path("visibility").asText().equals("agents");
        boolean spoil = ++sends == MISCHIEF_AT;
        if (!(spoil && mischief == Mischief.ACKS_WHAT_IT_DOES_NOT_STORE)) {
            append(
                    chat,
                    peer.person(),
                    frame.path("id").asText(),
                    frame.path("text").asText(),
                    internal);
        }
        for (String person : people.get(chat)) {
            if (person.equals(peer.person())) {
                acknowledge(
                        peer, chat, frame, view(chat, outsiders.get(person), 0).size());
            } else {
                tell(person, chat, internal, spoil);
            }
        }
    }

    private static void acknowledge(FakeServer.Peer peer, String chat, JsonNode frame, int n) throws IOException {
        peer.send("{\"type\":\"ack\",\"id\":\"%s\",\"chat\":\"%s\",\"n\":%d}"
                .formatted(frame.path("id").asText(), chat, n));
    }

    /// The number under which this message is stored already, or 0.
    private int numberOf(String chat, String person, String id) {
        for (JsonNode entry : view(chat, outsiders.get(person), 0)) {
            if (entry.path("id").asText().equals(id)) {
                return entry.path("n").asInt();
            }
        }
        return 0;
    }

    private void tell(String person, String chat, boolean internal, boolean spoil) {
        boolean outsider = outsiders.get(person);
        boolean leak = outsider && internal;
        if (leak && mischief != Mischief.SHOWS_NOTES_TO_OUTSIDERS) {
            return;
        }
        int times = !spoil ? 1 : mischief == Mischief.FORGETS_AN_ENTRY ? 0 : mischief == Mischief.TELLS_TWICE ? 2 : 1;
        ArrayNode view = view(chat, outsider && !leak, 0);
        ObjectNode last = (ObjectNode) view.get(view.size() - 1);
        ObjectNode entry = JSON.createObjectNode().put("type", "entry").put("chat", chat);
        entry.setAll(last);
        try {
            for (int i = 0; i < times && peers.containsKey(person); i++) {
                peers.get(person).send(entry.toString());
            }
        } catch (IOException gone) {
            // He comes back with his cursors; the sender is not to blame.
            peers.remove(person);
        }
    }

    private void append(String chat, String person, String id, String text, boolean internal) {
        boolean there = chats.get(chat).stream()
                .anyMatch(entry -> entry.path("id").asText().equals(id));
        if (!there) {
            ObjectNode entry = JSON.createObjectNode().put("kind", "message");
            entry.putObject("by").put("id", person);
            chats.get(chat)
                    .add(entry.put("text", text)
                            .put("visibility", internal ? "agents" : "everyone")
                            .put("id", id));
        }
    }

    private static boolean internal(ObjectNode entry) {
        return entry.path("visibility").asText().equals("agents");
    }

    private ArrayNode view(String chat, boolean outsider, int after) {
        ArrayNode view = JSON.createArrayNode();
        int n = 0;
        for (ObjectNode entry : chats.get(chat)) {
            if (!(outsider && internal(entry)) && ++n > after) {
                view.add(JSON.createObjectNode().put("n", n).setAll(entry));
            }
        }
        return view;
    }
}
