package dev.parley.gateway;

import dev.parley.chat.Audience;
import dev.parley.chat.Chat;
import java.util.Optional;

/// One connection's place in one chat: the bookmark says what it has been given. Owned by the hub's event loop.
final class Watch {
    final Connection connection;
    final Audience audience;

    /// The number, in the audience's counting, of the last entry that was written to the connection.
    long bookmark;

    /// The chat's head up to which the connection has been given all that its audience may see.
    long seen = -1;

    /// What an outsider was told last of the chat's state.
    Optional<Chat.Outside> told = Optional.empty();

    /// The bookmark up to which the connection has been told who received everything.
    long marked;

    /// A page is being read from the database.
    boolean loading;

    /// The connection asked for a page and is owed one, even an empty one, that says `complete`.
    boolean owesPage;

    Watch(Connection connection, Audience audience, long bookmark) {
        this.connection = connection;
        this.audience = audience;
        this.bookmark = bookmark;
    }

    void rewind(long after) {
        bookmark = after;
        seen = -1;
        owesPage = true;
    }
}
