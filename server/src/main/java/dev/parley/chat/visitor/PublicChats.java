package dev.parley.chat.visitor;

import dev.parley.access.Caller;
import dev.parley.access.PublicUsers;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatRequests;
import dev.parley.chat.Chats;
import dev.parley.storage.Tx;
import dev.parley.widget.Widget;
import dev.parley.widget.visitor.Contexts;
import dev.parley.widget.visitor.Told;
import dev.parley.widget.visitor.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/// Asking for a chat without an account. Who is nobody in particular has one chat, and is created with it; who is known
/// by his page's word stays the same person from chat to chat.
@ApplicationScoped
public class PublicChats {
    private final ChatRequests requests;
    private final Chats chats;
    private final PublicChatLimits limits;
    private final Visitors visitors;
    private final Contexts contexts;

    /// What somebody says of himself; it is not looked at if his page says who he is.
    public interface Form {
        PublicUsers.Newcomer newcomer();

        boolean withEmail();
    }

    /// Through which widget he asks, for what, and what the page around it tells.
    public record Asked(Widget widget, ChatRequests.Asked chat, Form form, Told.Body told) {}

    PublicChats(ChatRequests requests, Chats chats, PublicChatLimits limits, Visitors visitors, Contexts contexts) {
        this.requests = requests;
        this.chats = chats;
        this.limits = limits;
        this.visitors = visitors;
        this.contexts = contexts;
    }

    /// `before` is the public user of the session that came along, from this address.
    public Chat ask(Optional<Caller.PublicUser> before, Asked asked, String address) {
        Widget widget = asked.widget();
        Told told = asked.told().told(Contexts.tags(widget));
        Optional<Caller.PublicUser> known = before.filter(caller -> identified(caller, widget));
        if (known.isPresent()) {
            return askAgain(known.get(), asked, told);
        }
        if (widget.document().signedOnly()) {
            throw new Refusal(Code.NOT_IDENTIFIED, "only visitors whom the page vouches for may chat here");
        }
        return askFirst(before, asked, told, address);
    }

    private boolean identified(Caller.PublicUser caller, Widget widget) {
        return visitors.visitor(caller.id())
                .filter(visitor -> visitor.identified(widget.id()))
                .isPresent();
    }

    private Chat askAgain(Caller.PublicUser visitor, Asked asked, Told told) {
        if (chats.found(asked.chat().id()).isEmpty()) {
            limits.requireRoom(visitor.id());
        }
        return requests.askAgain(visitor, asked.widget(), asked.chat(), tx -> contexts.tell(tx, visitor.id(), told));
    }

    private Chat askFirst(Optional<Caller.PublicUser> before, Asked asked, Told told, String address) {
        PublicUsers.Newcomer newcomer = asked.form().newcomer();
        if (asked.widget().document().prechat().emailRequired() && !asked.form().withEmail()) {
            throw Refusal.fields(Map.of("email", "required"));
        }
        limits.requireRoom(address, before.map(Caller::id), newcomer.person().id());
        return requests.askInPublic(newcomer, asked.widget(), asked.chat(), tx -> came(tx, newcomer, asked, told));
    }

    /// What our own page tells is in the person's row already.
    private void came(Tx tx, PublicUsers.Newcomer newcomer, Asked asked, Told told) {
        visitors.came(tx, newcomer.person().id(), asked.widget());
        if (!asked.widget().external()) {
            contexts.tell(tx, newcomer.person().id(), told);
        }
    }
}
