/// A network in between that can be as bad as we like.
@NullMarked
package dev.parley.load.net;

import org.jspecify.annotations.NullMarked;
