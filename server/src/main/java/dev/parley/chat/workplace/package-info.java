/// What an agent has at hand beside the chats themselves: his drafts, canned replies, and the desk's figures.
@NullMarked
package dev.parley.chat.workplace;

import org.jspecify.annotations.NullMarked;
