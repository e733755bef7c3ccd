/// Open sockets and long polls: who watches what, and what is written to them.
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
