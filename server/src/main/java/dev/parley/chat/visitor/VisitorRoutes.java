package dev.parley.chat.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.Caller;
import dev.parley.access.Contact;
import dev.parley.access.Contacts;
import dev.parley.access.Persons;
import dev.parley.access.Visit;
import dev.parley.base.ChatId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.chat.Chat;
import dev.parley.chat.Chats;
import dev.parley.chat.Participant;
import dev.parley.widget.visitor.Attributes;
import dev.parley.widget.visitor.Contexts;
import dev.parley.widget.visitor.Visitor;
import dev.parley.widget.visitor.VisitorContext;
import dev.parley.widget.visitor.Visitors;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Visitors visitors;
    private final Contexts contexts;

    VisitorRoutes(
            Visit visit,
            Chats chats,
            Contacts contacts,
            Persons persons,
            Channels channels,
            Visitors visitors,
            Contexts contexts) {
        this.visit = visit;
        this.chats = chats;
        this.contacts = contacts;
        this.persons = persons;
        this.channels = channels;
        this.visitors = visitors;
        this.contexts = contexts;
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(Optional<String> title, Optional<String> url) {}

    /// A chat of the same person before this one.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Earlier(ChatId id, Instant createdAt, String channel, Optional<String> with) {}

    /// A fact: by the word of the page's server, or only by what a script in the page said.
    public record Attribute(String name, Object value, boolean verified) {}

    /// `verified`: he signed in, or the page's server vouches for him, and so for `customer`. Tags, pages and events
    /// are
    /// never verified.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Known(
            PersonRef person,
            Optional<String> company,
            Optional<String> email,
            boolean emailVerified,
            boolean verified,
            Optional<String> customer,
            Optional<String> locale,
            Optional<String> timeZone,
            Optional<Page> page,
            List<Attribute> attributes,
            List<String> tags,
            List<VisitorContext.Viewed> pages,
            List<VisitorContext.Happened> events,
            List<Earlier> earlier) {}

    @GET
    @Operation(summary = "Who stands on the other side of a chat")
    public Known visitor(@PathParam("id") String id) {
        Caller.Agent agent = visit.agent();
        Chat chat = chats.chat(agent, ChatId.of(id));
        PersonRef person = outsider(chat);
        Optional<Contact> contact = contacts.contact(person.id());
        Optional<Visitor> visitor =
                visitors.visitor(person.id()).filter(v -> v.subject().isPresent());
        VisitorContext context = contexts.context(person.id());
        return new Known(
                person,
                persons.company(person.id()),
                contact.flatMap(Contact::email),
                contact.filter(Contact::emailVerified).isPresent(),
                contact.filter(Contact::verified).isPresent(),
                visitor.flatMap(Visitor::customer),
                contact.flatMap(Contact::locale),
                contact.flatMap(Contact::timeZone),
                page(contact, context),
                attributes(visitor.map(Visitor::attributes).orElse(Attributes.NONE), context.attributes()),
                context.tags(),
                context.pages(),
                context.events(),
                earlier(agent, person, chat));
    }

    /// The other side's: of a chat that an agent asked for, the addressee.
    private static PersonRef outsider(Chat chat) {
        return chat.participants().stream()
                .map(Participant::person)
                .filter(p -> p.kind().outsider())
                .findFirst()
                .orElse(chat.requester());
    }

    /// The page he is on now, as far as he has told, else the one he came from.
    private static Optional<Page> page(Optional<Contact> contact, VisitorContext context) {
        if (!context.pages().isEmpty()) {
            VisitorContext.Viewed last = context.pages().getLast();
            return Optional.of(new Page(last.title(), last.url()));
        }
        return contact.filter(c -> c.pageTitle().isPresent() || c.pageUrl().isPresent())
                .map(c -> new Page(c.pageTitle(), c.pageUrl()));
    }

    /// What is vouched for first; a script in the page cannot say otherwise under the same name.
    private static List<Attribute> attributes(Attributes signed, Attributes told) {
        List<Attribute> all = new ArrayList<>();
        signed.values().forEach((name, value) -> all.add(new Attribute(name, value, true)));
        told.values().forEach((name, value) -> {
            if (!signed.values().containsKey(name)) {
                all.add(new Attribute(name, value, false));
            }
        });
        return all;
    }

    private List<Earlier> earlier(Caller.Agent agent, PersonRef person, Chat chat) {
        return chats.earlier(agent, visitors.same(person.id()), chat).stream()
                .map(this::earlier)
                .toList();
    }

    private Earlier earlier(Chat chat) {
        return new Earlier(
                chat.id(),
                chat.times().created(),
                channels.channel(chat.channel()).name(),
                chat.agent().map(PersonRef::name));
    }
}
