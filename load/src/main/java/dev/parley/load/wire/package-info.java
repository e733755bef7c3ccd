/// A WebSocket client that costs as little as possible: one event loop, frames built beforehand, bytes instead of
/// objects.
@NullMarked
package dev.parley.load.wire;

import org.jspecify.annotations.NullMarked;
