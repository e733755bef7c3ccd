/// What customer users and public users have beside the chats themselves: how long they will wait, and what they
/// thought of it afterwards.
@NullMarked
package dev.parley.chat.outside;

import org.jspecify.annotations.NullMarked;
