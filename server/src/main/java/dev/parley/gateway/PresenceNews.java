package dev.parley.gateway;

import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Audience;
import dev.parley.people.Presence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells connections whose presence has changed: agents who follow the people, and everybody who shares a chat with
/// them.
final class PresenceNews {
    private PresenceNews() {}

    /// What agents see of a person among themselves, and what is seen from outside.
    record Change(Presence among, Presence external) {
        Presence seenBy(Audience audience) {
            return audience == Audience.AGENTS ? among : external;
        }
    }

    static void tell(Hub hub, List<Change> changes, Wire wire) {
        Map<PersonId, Change> byPerson = new HashMap<>();
        changes.forEach(change -> byPerson.put(change.among().person().id(), change));
        List<Presence> forAgents = changes.stream()
                .map(Change::among)
                .filter(presence -> presence.person().kind() != PersonRef.Kind.PUBLIC_USER)
                .toList();
        if (!forAgents.isEmpty()) {
            String frame = wire.presence(forAgents);
            hub.connections().stream()
                    .filter(connection -> connection.follows("people"))
                    .toList()
                    .forEach(connection -> connection.writeHint(frame));
        }
        inChats(hub, byPerson)
                .forEach((connection, people) -> connection.writeHint(wire.presence(List.copyOf(people.values()))));
    }

    private static Map<Connection, Map<PersonId, Presence>> inChats(Hub hub, Map<PersonId, Change> changed) {
        Map<Connection, Map<PersonId, Presence>> told = new LinkedHashMap<>();
        for (Watched chat : hub.chats()) {
            chat.chat()
                    .ifPresent(picture -> picture.participants().forEach(p -> {
                        Change change = changed.get(p.id());
                        if (change == null || !p.active()) {
                            return;
                        }
                        for (Watch watch : chat.watches()) {
                            if (!watch.connection.person().equals(p.id()) && chat.shows(watch, p.id())) {
                                PersonRef named = chat.named(watch.audience, p.person());
                                told.computeIfAbsent(watch.connection, any -> new LinkedHashMap<>())
                                        .put(
                                                named.id(),
                                                change.seenBy(watch.audience).of(named));
                            }
                        }
                    }));
        }
        return told;
    }
}
