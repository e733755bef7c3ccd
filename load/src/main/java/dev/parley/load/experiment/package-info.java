/// The experiments of the proof of delivery: each lets one thing go wrong while people write, and counts what of the
/// promise was broken.
@NullMarked
package dev.parley.load.experiment;

import org.jspecify.annotations.NullMarked;
