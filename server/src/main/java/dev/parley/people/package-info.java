/// Who is there: availability, presence, out of office, my chat channels, the People list.
@NullMarked
package dev.parley.people;

import org.jspecify.annotations.NullMarked;
