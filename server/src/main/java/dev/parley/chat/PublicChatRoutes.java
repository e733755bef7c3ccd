package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.CallerTokens;
import dev.parley.access.Entrance;
import dev.parley.access.PublicUsers;
import dev.parley.access.Sessions;
import dev.parley.access.Visit;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Where somebody without an account asks for his one chat, and gets the session that opens it.
@Path("/api/v1/public-chats")
@Tag(name = "Requests")
@RunOnVirtualThread
public class PublicChatRoutes {
    private final Visit visit;
    private final ChatRequests requests;
    private final PublicChatLimits limits;
    private final Sessions sessions;
    private final CallerTokens tokens;
    private final ChatViews views;

    PublicChatRoutes(
            Visit visit,
            ChatRequests requests,
            PublicChatLimits limits,
            Sessions sessions,
            CallerTokens tokens,
            ChatViews views) {
        this.visit = visit;
        this.requests = requests;
        this.limits = limits;
        this.sessions = sessions;
        this.tokens = tokens;
        this.views = views;
    }

    public record Ask(
            Optional<ChatId> id,
            Optional<String> name,
            Optional<String> email,
            Optional<String> text,
            Optional<ChannelId> channel,
            Optional<String> locale,
            Optional<Page> page,
            Optional<Boolean> token) {
        /// The web page the public user looks at.
        public record Page(Optional<String> title, Optional<String> url) {}

        /// A public user has one chat, so its id, made by his page, names him too: asking again is the same person
        /// asking.
        PublicUsers.Newcomer newcomer() {
            return PublicUsers.Newcomer.of(
                    new PersonId(chat().value()),
                    name.orElse(""),
                    email.orElse(""),
                    locale.orElse(""),
                    page.flatMap(Page::title).orElse(""),
                    page.flatMap(Page::url).orElse(""));
        }

        ChatRequests.Asked asked() {
            return new ChatRequests.Asked(
                    chat(),
                    text.orElseThrow(() -> Refusal.fields(Map.of("text", "required"))),
                    Optional.empty(),
                    channel,
                    Optional.empty());
        }

        private ChatId chat() {
            return id.orElseThrow(() -> Refusal.fields(Map.of("id", "required")));
        }
    }

    public record Me(PersonId id, PersonRef.Kind kind, String name) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Started(ChatView chat, Me me, Optional<String> token) {}

    @POST
    @Operation(summary = "Ask for a chat without an account; the same request again answers with the same chat")
    public Response ask(Ask ask) {
        Optional<Caller> before = visit.optionalCaller().filter(Caller.PublicUser.class::isInstance);
        PublicUsers.Newcomer newcomer = ask.newcomer();
        limits.requireRoom(
                visit.address(), before.map(Caller::id), newcomer.person().id());
        Chat chat = requests.askInPublic(newcomer, ask.asked());
        PersonRef person = chat.requester();
        String token = sessions.start(person, visit.device());
        ChatView view = views.view(sessions.caller(token), chat);
        boolean browser = !ask.token().orElse(false);
        var answer = Response.status(Response.Status.CREATED)
                .entity(new Started(
                        view,
                        new Me(person.id(), person.kind(), person.name()),
                        browser ? Optional.empty() : Optional.of(token)));
        return (browser ? answer.header(HttpHeaders.SET_COOKIE, tokens.cookie(Entrance.PUBLIC, token)) : answer)
                .build();
    }
}
