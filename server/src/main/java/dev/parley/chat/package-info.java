/// Requests, chats, participants, entries, and the writer that commits many messages together.
@NullMarked
package dev.parley.chat;

import org.jspecify.annotations.NullMarked;
