package dev.parley.load.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.load.desk.Api;
import java.util.ArrayList;
import java.util.List;

/// Reads whole chats from the history and as transcripts, as agents and as outsiders see them.
final class Reader {
    private static final int PAGE = 200;

    private final Api api;

    Reader(Api api) {
        this.api = api;
    }

    /// One chat as its owner and its outsider see it.
    History history(Cast.Scene scene) {
        return new History(
                scene.chat(),
                lines(scene.chat(), scene.owner().person().token()),
                lines(scene.chat(), scene.outsider().person().token()));
    }

    /// The same chat as the document that each of them can keep.
    History transcript(Cast.Scene scene) {
        return new History(
                scene.chat(),
                kept(scene.chat(), scene.owner().person().token()),
                kept(scene.chat(), scene.outsider().person().token()));
    }

    private List<Line> kept(String chat, String token) {
        List<Line> lines = new ArrayList<>();
        api.get(token, "/chats/" + chat + "/transcript?format=json")
                .path("lines")
                .forEach(entry -> lines.add(Frames.line(entry)));
        return lines;
    }

    private List<Line> lines(String chat, String token) {
        List<Line> lines = new ArrayList<>();
        boolean complete = false;
        while (!complete) {
            int after = lines.isEmpty() ? 0 : lines.getLast().n();
            JsonNode page = api.get(token, "/chats/" + chat + "/entries?after=" + after + "&limit=" + PAGE);
            page.path("entries").forEach(entry -> lines.add(Frames.line(entry)));
            complete = page.path("complete").asBoolean() || page.path("entries").isEmpty();
        }
        return lines;
    }
}
