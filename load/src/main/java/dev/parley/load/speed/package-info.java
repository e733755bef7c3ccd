/// How fast: chats that talk in a closed loop or at a given rate, and what that costs.
@NullMarked
package dev.parley.load.speed;

import org.jspecify.annotations.NullMarked;
