package dev.parley.load.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.load.desk.Api;
import java.util.ArrayList;
import java.util.List;

/// Reads whole chats from the history, as agents and as outsiders see them.
final class Reader {
    private static final int PAGE = 200;

    private final Api api;

    Reader(Api api) {
        this.api = api;
    }

    /// `agent` and `outsider` are the tokens of two who take part.
    History history(String chat, String agent, String outsider) {
        return new History(chat, lines(chat, agent), lines(chat, outsider));
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
