package dev.parley.chat.visitor;

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
import dev.parley.chat.Chat;
import dev.parley.chat.ChatRequests;
import dev.parley.chat.ChatView;
import dev.parley.chat.ChatViews;
import dev.parley.web.Fields;
import dev.parley.widget.Widget;
import dev.parley.widget.Widgets;
import dev.parley.widget.visitor.Told;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where somebody without an account asks for a chat, on our own pages or through a widget, and gets the session that
/// opens it.
@Path("/api/v1/public-chats")
@Tag(name = "Requests")
@RunOnVirtualThread
public class PublicChatRoutes {
    private final Visit visit;
    private final PublicChats publicChats;
    private final Widgets widgets;
    private final Sessions sessions;
    private final CallerTokens tokens;
    private final ChatViews views;

    PublicChatRoutes(
            Visit visit,
            PublicChats publicChats,
            Widgets widgets,
            Sessions sessions,
            CallerTokens tokens,
            ChatViews views) {
        this.visit = visit;
        this.publicChats = publicChats;
        this.widgets = widgets;
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
            Optional<Told.Page> page,
            Optional<Boolean> token,
            Optional<String> widget,
            Optional<Map<String, @Nullable Object>> attributes,
            Optional<List<String>> tags)
            implements PublicChats.Form {
        /// Somebody new has one chat, so its id, made by his page, names him too: asking again is the same person
        /// asking.
        @Override
        public PublicUsers.Newcomer newcomer() {
            return PublicUsers.Newcomer.of(
                    new PersonId(chat().value()),
                    name.orElse(""),
                    email.orElse(""),
                    locale.orElse(""),
                    page.flatMap(Told.Page::title).orElse(""),
                    page.flatMap(Told.Page::url).orElse(""));
        }

        @Override
        public boolean withEmail() {
            return email.filter(address -> !address.isBlank()).isPresent();
        }

        ChatRequests.Asked asked() {
            return new ChatRequests.Asked(
                    chat(),
                    text.orElseThrow(() -> Refusal.fields(Map.of("text", "required"))),
                    Optional.empty(),
                    channel,
                    Optional.empty());
        }

        Told.Body told() {
            return new Told.Body(page, attributes, tags, Optional.empty());
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
        Fields.body(ask);
        Optional<Caller.PublicUser> before = visit.optionalCaller()
                .filter(Caller.PublicUser.class::isInstance)
                .map(Caller.PublicUser.class::cast);
        Chat chat = publicChats.ask(
                before, new PublicChats.Asked(widget(ask), ask.asked(), ask, ask.told()), visit.address());
        PersonRef person = chat.requester();
        String token = before.filter(caller -> caller.id().equals(person.id()))
                .flatMap(same -> visit.token())
                .orElseGet(() -> sessions.start(person, visit.device()));
        return answer(
                views.view(sessions.caller(token), chat),
                new Me(person.id(), person.kind(), person.name()),
                token,
                ask.token().orElse(false));
    }

    private Widget widget(Ask ask) {
        if (ask.widget().isEmpty() && throughWidget()) {
            throw Refusal.fields(Map.of("widget", "required"));
        }
        return ask.widget().map(widgets::byKey).orElseGet(widgets::external);
    }

    private boolean throughWidget() {
        return visit.entrance().filter(Entrance.WIDGET::equals).isPresent();
    }

    /// A widget's frame is given both, because it cannot know whether its cookie will be taken.
    private Response answer(ChatView view, Me me, String token, boolean tokenWanted) {
        boolean withToken = tokenWanted || throughWidget();
        boolean withCookie = !tokenWanted || throughWidget();
        var answer = Response.status(Response.Status.CREATED)
                .entity(new Started(view, me, withToken ? Optional.of(token) : Optional.empty()));
        Entrance entrance = throughWidget() ? Entrance.WIDGET : Entrance.PUBLIC;
        return (withCookie ? answer.header(HttpHeaders.SET_COOKIE, tokens.cookie(entrance, token)) : answer).build();
    }
}
