/// Who is calling and what they may do: callers, sessions, groups, permissions, audit.
@NullMarked
package dev.parley.access;

import org.jspecify.annotations.NullMarked;
