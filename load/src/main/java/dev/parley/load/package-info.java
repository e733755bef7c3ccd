/// The commands of `./bench`. The load generator is a client like any other: it knows the protocol and nothing of
/// the server's inside.
@NullMarked
package dev.parley.load;

import org.jspecify.annotations.NullMarked;
