package dev.parley.chat;

import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.access.Visit;
import dev.parley.base.ChannelId;
import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.channel.Channels;
import dev.parley.chat.Chat.Action;
import dev.parley.people.People;
import dev.parley.people.Presence;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Taking part in a chat over HTTP. Every change may be repeated.
@Path("/api/v1/chats/{id}")
@Tag(name = "Taking part")
@RunOnVirtualThread
public class ParticipationRoutes {
    private final Visit visit;
    private final Chats chats;
    private final Participation participation;
    private final ChatViews views;
    private final Channels channels;
    private final People people;
    private final UnansweredNotes notes;

    ParticipationRoutes(
            Visit visit,
            Chats chats,
            Participation participation,
            ChatViews views,
            Channels channels,
            People people,
            UnansweredNotes notes) {
        this.visit = visit;
        this.chats = chats;
        this.participation = participation;
        this.views = views;
        this.channels = channels;
        this.people = people;
        this.notes = notes;
    }

    public record Accept(Optional<Level> level) {}

    public record Decline(Optional<String> reason) {}

    public record Invite(Optional<PersonId> agent, Optional<String> note) {}

    public record Become(Optional<Level> level) {}

    public record Move(Optional<ChannelId> channel, Optional<Boolean> silent) {}

    public record Note(Optional<String> text) {}

    public record Monitor(Optional<String> level) {}

    public record Targets(List<ChatView.ChannelRef> channels) {}

    /// An agent who may be invited now, and the highest level he could take.
    public record Invitable(PersonId id, String name, Presence.State presence, Level level) {}

    public record Invitables(List<Invitable> agents) {}

    @POST
    @Path("/accept")
    @Operation(summary = "Accept a request (one winner) or an invitation")
    public ChatView accept(@PathParam("id") String id, Optional<Accept> body) {
        Caller caller = visit.caller();
        return view(caller, participation.accept(caller, ChatId.of(id), body.flatMap(Accept::level)));
    }

    @POST
    @Path("/decline")
    @Operation(summary = "Decline a personal request or an invitation")
    public void decline(@PathParam("id") String id, Optional<Decline> body) {
        participation.decline(visit.caller(), ChatId.of(id), body.flatMap(Decline::reason));
    }

    @POST
    @Path("/withdraw")
    @Operation(summary = "Take one's own request back")
    public ChatView withdraw(@PathParam("id") String id) {
        Caller caller = visit.caller();
        return view(caller, participation.withdraw(caller, ChatId.of(id)));
    }

    @POST
    @Path("/invite")
    @Operation(summary = "Ask another agent into the chat")
    public ChatView invite(@PathParam("id") String id, Invite body) {
        Caller.Agent agent = visit.agent();
        PersonId invited = body.agent().orElseThrow(() -> Refusal.fields(Map.of("agent", "required")));
        return view(agent, participation.invite(agent, ChatId.of(id), invited, body.note()));
    }

    @GET
    @Path("/invitable")
    @Operation(summary = "Agents who are available, not in the chat, and hold a level in its channel")
    public Invitables invitable(@PathParam("id") String id) {
        Caller.Agent agent = visit.agent();
        Chat chat = chats.chat(agent, ChatId.of(id));
        chats.require(Action.INVITE, agent, chat);
        return new Invitables(people.reachableAgents().stream()
                .filter(presence -> !in(chat, presence.person().id()))
                .flatMap(presence -> participation
                        .invitable(presence.person().id(), chat)
                        .map(level -> new Invitable(
                                presence.person().id(), presence.person().name(), presence.state(), level))
                        .stream())
                .toList());
    }

    private static boolean in(Chat chat, PersonId person) {
        return chat.participant(person)
                .filter(p -> p.active() || p.state() == Participant.State.INVITED)
                .isPresent();
    }

    @POST
    @Path("/level")
    @Operation(summary = "Become observer, participant or owner; joins if outside")
    public ChatView level(@PathParam("id") String id, Become body) {
        Caller.Agent agent = visit.agent();
        Level level = body.level().orElseThrow(() -> Refusal.fields(Map.of("level", "required")));
        return view(agent, participation.level(agent, ChatId.of(id), level));
    }

    @POST
    @Path("/channel")
    @Operation(summary = "Move the chat to another channel")
    public ChatView channel(@PathParam("id") String id, Move body) {
        Caller.Agent agent = visit.agent();
        ChannelId target = body.channel().orElseThrow(() -> Refusal.fields(Map.of("channel", "required")));
        boolean silent = body.silent().orElse(false);
        return view(agent, participation.changeChannel(agent, ChatId.of(id), target, silent));
    }

    @GET
    @Path("/channels")
    @Operation(summary = "Where the caller may move this chat")
    public Targets channels(@PathParam("id") String id) {
        Caller.Agent agent = visit.agent();
        Chat chat = chats.chat(agent, ChatId.of(id));
        chats.require(Action.CHANGE_CHANNEL, agent, chat);
        return new Targets(channels.valid().stream()
                .filter(channel -> !channel.id().equals(chat.channel()) && participation.mayMoveTo(agent, channel))
                .map(channel -> new ChatView.ChannelRef(channel.id(), channel.name()))
                .toList());
    }

    @POST
    @Path("/leave")
    @Operation(summary = "Leave the chat")
    public ChatView leave(@PathParam("id") String id) {
        Caller caller = visit.caller();
        return view(caller, participation.leave(caller, ChatId.of(id)));
    }

    @POST
    @Path("/close")
    @Operation(summary = "Close the chat for all")
    public ChatView close(@PathParam("id") String id) {
        Caller caller = visit.caller();
        return view(caller, participation.close(caller, ChatId.of(id)));
    }

    @POST
    @Path("/note")
    @Operation(summary = "Leave whoever did not answer one's request a note, by mail; once for a request")
    public ChatView note(@PathParam("id") String id, Note body) {
        Caller.Agent agent = visit.agent();
        Fields.body(body);
        String text = body.text().orElseThrow(() -> Refusal.fields(Map.of("text", "required")));
        return view(agent, notes.leave(agent, ChatId.of(id), text));
    }

    @PUT
    @Path("/monitoring")
    @Operation(summary = "Choose of what in this chat one is told while not looking")
    public void monitoring(@PathParam("id") String id, Monitor body) {
        Caller.Agent agent = visit.agent();
        Fields.body(body);
        String wanted = body.level().orElseThrow(() -> Refusal.fields(Map.of("level", "required")));
        Participant.Monitoring level =
                Participant.Monitoring.of(wanted).orElseThrow(() -> Refusal.fields(Map.of("level", "unknown")));
        participation.monitor(agent, ChatId.of(id), level);
        visit.used();
    }

    private ChatView view(Caller caller, Chat chat) {
        visit.used();
        return views.view(caller, chat);
    }
}
