package dev.parley.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Masking;
import dev.parley.chat.Audience;
import dev.parley.chat.ChatEntry;
import dev.parley.chat.ChatView;
import dev.parley.chat.EntryView;
import dev.parley.chat.Messages;
import dev.parley.chat.RequestView;
import dev.parley.people.Presence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The shapes of outgoing frames. Nothing else in the product writes to a socket or a poll.
@Singleton
class Wire {
    static final int LARGEST_FRAME = 32 * 1024;
    static final int MOST_IN_FLIGHT = 20;
    static final int PAGE = 200;

    private final ObjectMapper mapper;

    Wire(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private record Limits(int textCodePoints, int textBytes, int frameBytes, int inFlight, int page) {
        static final Limits OURS =
                new Limits(Messages.MOST_CODE_POINTS, Messages.MOST_BYTES, LARGEST_FRAME, MOST_IN_FLIGHT, PAGE);
    }

    private record Welcome(String type, PersonRef me, Limits limits, Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Refused(String type, Optional<UUID> id, Optional<ChatId> chat, Code code, String detail) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Page(String type, ChatId chat, Optional<Long> after, List<EntryView> entries, boolean complete) {}

    private record Typing(String type, ChatId chat, PersonRef who) {}

    private record Viewing(String type, ChatId chat, List<PersonRef> people) {}

    private record Read(String type, ChatId chat, PersonId who, long read, long delivered) {}

    private record People(String type, List<Presence> people) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Request(
            String type, String change, ChatId chat, Optional<PersonRef> by, Optional<RequestView> request) {}

    private record Changed(String type, ChatView chat) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Bye(String type, String code, Optional<Long> retryIn) {}

    String welcome(PersonRef me, Instant at) {
        return json(new Welcome("welcome", me, Limits.OURS, at));
    }

    static String live() {
        return "{\"type\":\"live\"}";
    }

    static String beat() {
        return "{\"type\":\"beat\"}";
    }

    static String ack(UUID id, ChatId chat, long n, Instant at) {
        return "{\"type\":\"ack\",\"id\":\"" + id + "\",\"chat\":\"" + chat + "\",\"n\":" + n + ",\"at\":\""
                + Instants.text(at) + "\"}";
    }

    String refused(Optional<UUID> id, Optional<ChatId> chat, Code code, String detail) {
        return json(new Refused("refused", id, chat, code, detail));
    }

    /// The hot frame, written by hand: the same as an [EntryView] after `type` and `chat`. A
    /// test compares.
    String entry(ChatEntry stored, Audience audience, Masking masking) {
        ChatEntry entry = stored.named(audience, masking);
        var json = new StringBuilder(384);
        json.append("{\"type\":\"entry\",\"chat\":\"").append(entry.chat());
        json.append("\",\"n\":").append(entry.n(audience));
        json.append(",\"kind\":\"").append(entry.kind().wireName()).append('"');
        entry.by().ifPresent(by -> person(json, "by", by));
        entry.who().ifPresent(who -> person(json, "who", who));
        entry.text().ifPresent(text -> quoted(json.append(",\"text\":"), text));
        json.append(",\"visibility\":\"")
                .append(entry.internal() ? "agents" : "everyone")
                .append('"');
        entry.clientId().ifPresent(id -> json.append(",\"id\":\"").append(id).append('"'));
        return json.append(",\"at\":\"")
                .append(Instants.text(entry.at()))
                .append("\"}")
                .toString();
    }

    private static void person(StringBuilder json, String name, PersonRef person) {
        json.append(",\"").append(name).append("\":{\"id\":\"").append(person.id());
        json.append("\",\"kind\":\"").append(person.kind().wireName()).append("\",\"name\":");
        quoted(json, person.name()).append('}');
    }

    private static StringBuilder quoted(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return json.append('"');
    }

    /// `after`: behind which number the page begins, if it is part of an answer to somebody who asked.
    String page(ChatId chat, Optional<Long> after, List<EntryView> entries, boolean complete) {
        return json(new Page("page", chat, after, entries, complete));
    }

    String typing(ChatId chat, PersonRef who) {
        return json(new Typing("typing", chat, who));
    }

    String viewing(ChatId chat, List<PersonRef> people) {
        return json(new Viewing("viewing", chat, people));
    }

    String read(ChatId chat, PersonId who, long read, long delivered) {
        return json(new Read("read", chat, who, read, delivered));
    }

    String presence(List<Presence> people) {
        return json(new People("presence", people));
    }

    String requestAdded(RequestView request) {
        return json(new Request("request", "added", request.chat(), Optional.empty(), Optional.of(request)));
    }

    String requestTaken(ChatId chat, PersonRef by) {
        return json(new Request("request", "taken", chat, Optional.of(by), Optional.empty()));
    }

    String requestGone(ChatId chat) {
        return json(new Request("request", "gone", chat, Optional.empty(), Optional.empty()));
    }

    String requestReminder(ChatId chat) {
        return json(new Request("request", "reminder", chat, Optional.empty(), Optional.empty()));
    }

    String chat(ChatView chat) {
        return json(new Changed("chat", chat));
    }

    String bye(String code, Optional<Duration> retryIn) {
        return json(new Bye("bye", code, retryIn.map(Duration::toMillis)));
    }

    private String json(Object frame) {
        try {
            return mapper.writeValueAsString(frame);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a frame of ours cannot be written", impossible);
        }
    }
}
