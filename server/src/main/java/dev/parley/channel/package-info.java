/// Chat channels and the group that governs each.
@NullMarked
package dev.parley.channel;

import org.jspecify.annotations.NullMarked;
