/// The PostgreSQL that Parley brings along, for a desk that has none of its own (ADR 3).
@NullMarked
package dev.parley.storage.postgres;

import org.jspecify.annotations.NullMarked;
