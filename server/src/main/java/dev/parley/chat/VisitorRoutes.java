package dev.parley.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.Contact;
import dev.parley.access.Contacts;
import dev.parley.access.Persons;
import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who stands on the other side of a chat. A class of its own, because a route is looked for only among the classes
/// whose path begins alike.
@Path("/api/v1/chats/{id}/visitor")
@Tag(name = "Chats")
@RunOnVirtualThread
public class VisitorRoutes {
    private final Visit visit;
    private final Chats chats;
    private final Contacts contacts;
    private final Persons persons;
    private final Channels channels;

    VisitorRoutes(Visit visit, Chats chats, Contacts contacts, Persons persons, Channels channels) {
        this.visit = visit;
        this.chats = chats;
        this.contacts = contacts;
        this.persons = persons;
        this.channels = channels;
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(Optional<String> title, Optional<String> url) {}

    /// A chat of the same person before this one.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Earlier(ChatId id, Instant createdAt, String channel, Optional<String> with) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Visitor(
            PersonRef person,
            Optional<String> company,
            Optional<String> email,
            boolean verified,
            Optional<String> locale,
            Optional<String> timeZone,
            Optional<Page> page,
            List<Earlier> earlier) {}

    @GET
    @Operation(summary = "Who stands on the other side of a chat")
    public Visitor visitor(@PathParam("id") String id) {
        Caller.Agent agent = visit.agent();
        Chat chat = chats.chat(agent, ChatId.of(id));
        PersonRef person = outsider(chat);
        Optional<Contact> contact = contacts.contact(person.id());
        return new Visitor(
                person,
                persons.company(person.id()),
                contact.flatMap(Contact::email),
                contact.filter(Contact::verified).isPresent(),
                contact.flatMap(Contact::locale),
                contact.flatMap(Contact::timeZone),
                contact.filter(c -> c.pageTitle().isPresent() || c.pageUrl().isPresent())
                        .map(c -> new Page(c.pageTitle(), c.pageUrl())),
                chats.earlier(agent, chat).stream().map(this::earlier).toList());
    }

    private static PersonRef outsider(Chat chat) {
        return chat.participants().stream()
                .map(Participant::person)
                .filter(p -> p.kind().outsider())
                .findFirst()
                .orElse(chat.requester());
    }

    private Earlier earlier(Chat chat) {
        return new Earlier(
                chat.id(),
                chat.times().created(),
                channels.channel(chat.channel()).name(),
                chat.acceptedBy().map(PersonRef::name));
    }
}
