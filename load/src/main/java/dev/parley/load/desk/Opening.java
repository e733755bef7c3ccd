package dev.parley.load.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Opens chats of three as people would: a customer user asks, an agent accepts and invites a colleague, who accepts
/// too.
public final class Opening {
    private final Api api;
    private final String channel;

    public Opening(Api api, String channel) {
        this.api = api;
        this.channel = channel;
    }

    /// The id of a new chat of `people`: customer user, owner, participant.
    public String open(List<Person> people) {
        return open(people, "The printer on the second floor is out of paper again.");
    }

    /// As above, with the customer user's first words.
    public String open(List<Person> people, String firstWords) {
        var body = Map.of("id", UUID.randomUUID(), "text", firstWords, "channel", channel);
        String chat = api.post(people.get(0).token(), "/chats", body).path("id").asText();
        join(chat, people.get(1), people.get(2));
        return chat;
    }

    /// `owner` accepts the request and invites `second`, who accepts.
    public void join(String chat, Person owner, Person second) {
        api.post(owner.token(), "/chats/" + chat + "/accept", Map.of());
        api.post(owner.token(), "/chats/" + chat + "/invite", Map.of("agent", second.id()));
        api.post(second.token(), "/chats/" + chat + "/accept", Map.of("level", "participant"));
    }
}
