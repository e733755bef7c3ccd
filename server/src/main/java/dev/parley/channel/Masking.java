package dev.parley.channel;

import dev.parley.base.ChatId;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// How outsiders are told of agents: by their own names, all by one name, or by that name and a number (ADR 21).
public record Masking(Style style, String name) {
    /// What the desk's setting `mask.agents` may say.
    public enum Style {
        OFF,
        SAME,
        NUMBERED;

        static Style of(String setting) {
            return valueOf(setting.toUpperCase(Locale.ROOT));
        }
    }

    public boolean on() {
        return style != Style.OFF;
    }

    /// The person as outsiders are told of him in this chat. `number` is his place among its agents, 0 if he has none.
    /// The id is one of this chat only, made of what they are told anyway: by his own, they would know him again in
    /// the next chat.
    public PersonRef person(ChatId chat, PersonRef person, int number) {
        return on() && !person.kind().outsider()
                ? new PersonRef(id(chat, number), person.kind(), name(number))
                : person;
    }

    /// What the agent of this number is called.
    public String name(int number) {
        return style == Style.NUMBERED && number > 0 ? name + " " + number : name;
    }

    private static PersonId id(ChatId chat, int number) {
        String place = "agent " + number + " of " + chat;
        return new PersonId(UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.US_ASCII)));
    }
}
