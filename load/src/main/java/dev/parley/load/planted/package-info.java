/// How sure of the proof: servers that are built with one bug each, and the experiments that must catch them.
@NullMarked
package dev.parley.load.planted;

import org.jspecify.annotations.NullMarked;
