/// What every module stands on: ids, the clock, the one way to say no.
@NullMarked
package dev.parley.base;

import org.jspecify.annotations.NullMarked;
