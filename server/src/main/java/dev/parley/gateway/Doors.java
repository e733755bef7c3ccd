package dev.parley.gateway;

import dev.parley.access.CallerTokens;
import dev.parley.access.Sessions;
import dev.parley.base.Settings;
import dev.parley.channel.Masks;
import dev.parley.chat.ChatViews;
import dev.parley.chat.Chats;
import dev.parley.chat.Messages;
import dev.parley.chat.RequestList;
import dev.parley.chat.Tails;
import dev.parley.people.Presences;
import jakarta.inject.Singleton;

/// The front doors of the modules below that connections knock at.
@Singleton
record Doors(
        Sessions sessions,
        CallerTokens tokens,
        Presences presences,
        Chats chats,
        ChatViews views,
        Masks masks,
        Messages messages,
        RequestList requests,
        Tails tails,
        Wire wire,
        Settings settings) {}
