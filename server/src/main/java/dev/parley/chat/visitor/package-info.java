/// The desk's side of who has no account: how he asks for a chat, how he becomes somebody known, and what agents are
/// told
/// of him.
@NullMarked
package dev.parley.chat.visitor;

import org.jspecify.annotations.NullMarked;
