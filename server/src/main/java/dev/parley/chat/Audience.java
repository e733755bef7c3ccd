package dev.parley.chat;

import dev.parley.access.Caller;

/// The two who see a chat: agents see every entry, everyone else those that are for everyone. Each counts its own 1,
/// 2, 3 ….
public enum Audience {
    AGENTS,
    EVERYONE;

    public static Audience of(Caller caller) {
        return caller.outsider() ? EVERYONE : AGENTS;
    }
}
