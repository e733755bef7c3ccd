/// The customer users of the desk, as agents look them up.
@NullMarked
package dev.parley.access.customer;

import org.jspecify.annotations.NullMarked;
