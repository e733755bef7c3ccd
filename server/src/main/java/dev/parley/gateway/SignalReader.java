package dev.parley.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.Ids;
import dev.parley.base.Refusal;
import dev.parley.chat.Messages;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one incoming frame, token by token: this is the hot path, and a frame is small and flat. Whatever is not
/// exactly a frame of the protocol is refused as malformed; members we do not know are passed over.
final class SignalReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_CURSORS = 200;

    // Owned by the one call that made this reader.
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<ChatId, Long> cursors = new HashMap<>();
    private final Set<String> follow = new HashSet<>();

    private SignalReader() {}

    static Signal read(String frame) {
        SignalReader reader = new SignalReader();
        try (JsonParser json = JSON.createParser(frame)) {
            reader.fields(json);
            return reader.signal();
        } catch (IOException notJson) {
            throw malformed("not JSON");
        }
    }

    private void fields(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "a frame is an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            field(json, json.currentName());
        }
        require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "one object a frame");
    }

    private void field(JsonParser json, String name) throws IOException {
        switch (json.nextToken()) {
            case VALUE_STRING -> texts.put(name, json.getText());
            case VALUE_NUMBER_INT -> numbers.put(name, json.getLongValue());
            case START_OBJECT -> {
                if (name.equals("cursors")) {
                    cursors(json);
                } else {
                    json.skipChildren();
                }
            }
            case START_ARRAY -> {
                if (name.equals("follow")) {
                    follow(json);
                } else {
                    json.skipChildren();
                }
            }
            default -> {}
        }
    }

    private void cursors(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            ChatId chat = ChatId.of(json.currentName());
            require(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "a cursor is a number");
            cursors.put(chat, notNegative(json.getLongValue()));
            require(cursors.size() <= MOST_CURSORS, "too many cursors");
        }
    }

    private void follow(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            follow.add(json.getText());
            require(follow.size() <= 2, "too much to follow");
        }
        require(json.currentToken() == JsonToken.END_ARRAY, "follow is a list of words");
    }

    private Signal signal() {
        return switch (text("type")) {
            case "send" ->
                new Signal.Send(
                        Ids.parse(text("id")),
                        chat(),
                        text("text"),
                        Messages.note(Optional.ofNullable(texts.get("visibility"))));
            case "read" -> new Signal.Read(chat(), number("n"));
            case "typing" -> new Signal.Typing(chat());
            case "fetch" -> new Signal.Fetch(chat(), number("after"));
            case "viewing" -> new Signal.Viewing(chat());
            case "active" -> new Signal.Active();
            case "hello" ->
                new Signal.Hello(
                        Optional.ofNullable(texts.get("as")), Optional.ofNullable(texts.get("token")), cursors, follow);
            default -> throw malformed("unknown type");
        };
    }

    private ChatId chat() {
        return ChatId.of(text("chat"));
    }

    private String text(String name) {
        String value = texts.get(name);
        if (value == null) {
            throw malformed(name + " is missing");
        }
        return value;
    }

    private long number(String name) {
        Long value = numbers.get(name);
        if (value == null) {
            throw malformed(name + " is missing");
        }
        return notNegative(value);
    }

    private static long notNegative(long number) {
        require(number >= 0, "a number is not negative");
        return number;
    }

    private static void require(boolean holds, String detail) {
        if (!holds) {
            throw malformed(detail);
        }
    }

    private static Refusal malformed(String detail) {
        return new Refusal(Code.MALFORMED, detail);
    }
}
